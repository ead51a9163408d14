"""`python -m extractor` is the command `doichieu`."""

from extractor.cli import main

main()
