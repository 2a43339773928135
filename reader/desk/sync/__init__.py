"""The person's own servers, as the desk has them (`servers`)."""
