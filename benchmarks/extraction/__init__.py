"""The extractors of values beside JioNLP, Recognizers-Text and quantulum3, and how fast all extractors are."""
