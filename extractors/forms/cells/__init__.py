"""A cell or a row of a form's table by itself."""
