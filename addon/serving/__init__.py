"""Serving clients: the requests that come to the main thread, and the server's start and stop."""
