"""Page → document → story: read, clean, strip, group."""
