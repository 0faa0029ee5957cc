"""Loading both forms when they have been converted before, against parsing their XML."""

from __future__ import annotations

from lxml import etree
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.office import CACHE, open_catalogue


def comparison(material: Material) -> Comparison:
    home = material.folder / "home"
    converted = [path.read_bytes() for path in (home / CACHE).rglob("*.xml")]
    campaign = material.office.catalogue.campaigns()[0]

    def load() -> None:
        catalogue = open_catalogue(home)
        for form_id in campaign.forms:
            catalogue.form(campaign, form_id)

    def parse() -> None:
        for content in converted:
            etree.fromstring(content)

    return compared("load both forms", "campaign", "lxml parses their XForms", load, parse)
