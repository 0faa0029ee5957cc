"""The formula language of ODK XForms: from text to compiled expressions over any tree of nodes."""
