"""Document → numeric claims."""
