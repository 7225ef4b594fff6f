"""Views: an assessment, a figure, a list of units to the blocks of a report, in one language."""
