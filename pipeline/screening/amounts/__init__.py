"""Parts and wholes: sums, shares and numbers of people that do not add up."""
