"""Claims → figures followed across outlets and over time."""
