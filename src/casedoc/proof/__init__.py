"""The finished PDF, read back before it is published."""
