"""From the add-on's start to its end: registering, preferences, the record's place."""
