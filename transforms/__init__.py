"""Make one thing from another: pure functions, one file per verb, one folder per noun that is made."""
