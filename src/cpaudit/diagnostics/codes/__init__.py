"""Every diagnostic there is, by subject. Importing this package registers them all."""

from . import factors, figures, files, keys, numbers, plausibility, references, text

__all__ = ["factors", "figures", "files", "keys", "numbers", "plausibility", "references", "text"]
