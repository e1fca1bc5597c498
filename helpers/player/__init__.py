"""What runs a lesson in a browser alone, where there is neither a server nor a kernel."""
