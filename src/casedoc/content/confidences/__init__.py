"""Clients that must not be named: who they are, where they stand, and what stands for them."""
