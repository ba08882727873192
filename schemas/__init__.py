"""Say what a thing is: one file per noun, each a frozen row type."""
