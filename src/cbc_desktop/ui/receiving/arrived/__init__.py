"""What has arrived for a campaign: the list of its agencies, and what came of one of them."""
