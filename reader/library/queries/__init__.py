"""What is asked of many articles at once: lists, filters, sums, full-text search."""
