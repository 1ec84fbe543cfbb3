"""Floor 1: pictures, whether they can be printed, how large they are, and their bytes for paper."""
