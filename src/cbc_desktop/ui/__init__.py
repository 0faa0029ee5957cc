"""The window; the only place that knows Qt."""

from cbc_desktop.ui.immortals import keep_immortals

keep_immortals()  # here, because whoever comes to Qt comes through this package
