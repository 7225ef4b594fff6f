"""One file per output format: blocks or figures to text."""
