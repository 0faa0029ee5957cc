"""A revision on paper: its data cut into chunks that go on pages as QR codes, and put together again from scans."""
