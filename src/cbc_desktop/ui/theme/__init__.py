"""How the window looks: colours, sizes and the style made of them; the one place with a colour value in it."""
