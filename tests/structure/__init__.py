"""What a reviewer would have to look for by hand: direction of imports, size, names, habits, proofs, true words."""
