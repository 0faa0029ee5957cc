"""One agency's answers to a campaign: identity, revisions, states and digests; no Qt, no database."""
