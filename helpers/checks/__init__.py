"""The checks: what holds lessons and texts together, and says where they come apart."""
