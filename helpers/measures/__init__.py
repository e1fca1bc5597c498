"""What measures learning, as pure functions: first attempts, and how sure fits how right."""
