"""`python -m newsledger`: the command line without its installed script."""

from newsledger.cli import main

if __name__ == "__main__":
    main()
