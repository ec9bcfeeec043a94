"""E-mail files as folders: the mail's own words in one file, and every attachment under its name."""
