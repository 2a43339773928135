"""Which keys there are: what each command is called and does, and which keys run it."""
