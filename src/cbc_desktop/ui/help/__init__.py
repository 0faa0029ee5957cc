"""The room behind F1: the guide, at the chapter about the page one is on."""
