"""What the words of a line say: word lists, boilerplate phrases, calls to the reader."""
