"""Images of signatures and seals, and what signature fields show of them (Decree 30/2020, Appendix I, II.7 and 8)."""
