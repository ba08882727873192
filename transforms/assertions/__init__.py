"""What claims and events share: who says it, how sure it is, when and where it holds."""
