"""The screens: the main one, and the dialogues that open over it."""
