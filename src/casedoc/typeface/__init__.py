"""Floor 1: the theme's fonts, with their coverage and advance widths."""
