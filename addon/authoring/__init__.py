"""What an author edits in the window, and what is shown: properties over the lesson in the file, goals, truth."""
