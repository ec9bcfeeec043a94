"""The rest of a notice (通知): head, signature, eligibility, support, quotas, reviews, limits, letters."""
