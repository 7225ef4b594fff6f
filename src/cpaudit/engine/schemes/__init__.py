"""Who pays beside the owner: one file for each scheme.

A scheme turns a project's cash flow into lines of the owner's: money by year, negative where it is
paid. `deal` has what they share.
"""
