"""Say what must be true before anything is published: one suite per table."""
