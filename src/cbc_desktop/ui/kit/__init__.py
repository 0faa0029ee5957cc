"""Widgets that know nothing of forms: labels by role, buttons, message bars, marks, pages that scroll."""
