"""The page of trust: which certificates this office trusts, and which services on the network it asks."""
