"""The cellar: errors, messages, findings, clock, digests, paths, text, XML; needs nothing of ours."""
