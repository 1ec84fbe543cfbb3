"""`python -m casedoc`."""

from casedoc.cli.main import main

main()
