"""What an author does in the window: lists, goals and their truth; checking, trying and packing the lesson."""
