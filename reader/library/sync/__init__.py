"""What is agreed upon with the person's own servers (`servers`)."""
