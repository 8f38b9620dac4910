"""What an author edits in the window: properties over the lesson in the file, lists, goals, their truth."""
