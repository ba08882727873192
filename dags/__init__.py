"""Say when: one sentence per file."""
