"""Tokens: keys that live in a USB stick or card and are reached through its driver's PKCS#11 library."""
