"""What the commands do, by subject. Not here: what they are called (keys), what is seen of it (screens)."""
