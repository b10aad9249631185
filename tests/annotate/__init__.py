"""What annotators find in a sentence."""
