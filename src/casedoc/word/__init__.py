"""A document as Word has it: the same words in the same order, with real styles, and plain."""
