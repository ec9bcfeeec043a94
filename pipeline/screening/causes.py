"""Causes (同一原因) that are a whole part of the application: what is missing with it is one gap."""

FORM = "form"  # no form at all
PROOFS = "proofs"  # no list of proofs and no file
LETTER = "commitment"  # no letter, or one that is left open
SIGNER = "signer"  # another than the legal representative signed
CODE_OF = "code:"  # and the code: one that is malformed and that differs from the form's
LIMIT_OF = "limit:"  # and where the text stands: the call and its form limit the same one
SEAL = "seal"  # the letter bears another body's seal
