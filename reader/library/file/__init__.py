"""The file: how it is opened, its tables and migrations, its connections, its errors in words for a person."""
