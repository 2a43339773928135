"""What a person is at: where the walk and the trail lead, and what is being worked out or written meanwhile."""
