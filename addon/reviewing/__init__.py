"""What an instructor sees of learners' work: read from the record, chosen, and shown in the viewport."""
