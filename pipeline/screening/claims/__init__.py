"""Claims against targets: which one speaks of which metric, and whether it reaches what is required."""
