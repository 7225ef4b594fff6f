"""Many audits: found in files and folders, run by workers, kept in a journal, put into rows."""
