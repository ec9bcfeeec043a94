"""Forms laid out as tables: labels and values side by side or over each other, lists, persons."""
