"""The list of proofs: which entry answers which proof, its years, its validity, what is held back."""
