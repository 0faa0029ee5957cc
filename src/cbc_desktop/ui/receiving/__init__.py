"""The room where what arrives is verified."""
