"""Fields of the form: which one answers which, and whether what is filled in is an answer."""
