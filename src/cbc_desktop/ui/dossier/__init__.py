"""An open dossier in the window: what its rooms share, the outline, and the frame around its pages."""
