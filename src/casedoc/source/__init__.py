"""Floor 1: bytes become text, front matter and a tree of Markdown, each with its exact place."""
