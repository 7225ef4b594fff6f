"""Many audits: run them one by one or side by side, and roll them up."""
