"""What things are: frozen records, values and errors. Imports nothing of the other packages."""
