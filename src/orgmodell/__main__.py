"""``python -m orgmodell`` is the command ``orgmodell``."""

from orgmodell.cli import main

if __name__ == "__main__":
    main()
