"""Access to the scene: what the lesson's author put into the file, read, written and restored."""
