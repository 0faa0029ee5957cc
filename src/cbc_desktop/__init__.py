"""cbc-desktop: answers a survey round of the Press Department offline, signs it and hands it over in one package."""

__version__ = "0.1.0"
