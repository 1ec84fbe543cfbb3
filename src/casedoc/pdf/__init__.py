"""Floor 5: HTML pages are laid out, measured and printed. The only importer of WeasyPrint."""
