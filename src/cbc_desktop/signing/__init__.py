"""Certificates, PDF signatures and verdicts about them; the one place that knows pyHanko and cryptography."""
