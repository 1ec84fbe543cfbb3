"""Floor 3: content and language become strings and blocks that are ready to print."""
