"""Document → events: who did what to whom."""
