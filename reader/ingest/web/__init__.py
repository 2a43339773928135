"""What comes in from addresses on the web: named by the person, or listed in exports."""
