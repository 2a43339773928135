"""What each command does on the main screen."""
