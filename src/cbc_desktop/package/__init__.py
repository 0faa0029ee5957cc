"""What leaves one computer and arrives at another: one zip, its manifest, and its verification."""
