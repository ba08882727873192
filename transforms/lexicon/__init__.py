"""Which words the rules know: tables, not branches."""
