"""Every diagnostic there is, by subject. Importing this package registers them all."""

from . import figures, files, keys, numbers, plausibility, references, text

__all__ = ["figures", "files", "keys", "numbers", "plausibility", "references", "text"]
