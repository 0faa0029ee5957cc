"""Pages that come from a scanner: opened whatever the file, and the QR codes on them read."""
