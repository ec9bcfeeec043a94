"""Labels of a direction: its name and number, its task and goal, and what is asked besides."""
