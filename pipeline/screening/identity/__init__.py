"""One applicant, one leader, one number, one time: what contradicts itself about who applies and when."""
