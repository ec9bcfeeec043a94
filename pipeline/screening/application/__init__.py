"""The application as every check reads it: labels, parts, substance, the second look."""
