"""`python -m cpaudit`."""

from .cli.main import run

run()
