"""HTML of government sites: the article without the site around it."""
