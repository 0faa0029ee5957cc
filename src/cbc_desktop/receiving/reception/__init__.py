"""Where packages of a campaign arrive: taken in, judged, put in their place, decided about, receipted."""
