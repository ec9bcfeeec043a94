"""Does the application answer what is asked? Labels, headings, substance, names of proofs, the second look."""
