"""Floor 9: the command line; one file for each command."""
