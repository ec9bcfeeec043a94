"""Labels and what stands behind them: words that are labels, values, dates, places to sign, commitments."""
