"""Files of data sets that others coded."""
