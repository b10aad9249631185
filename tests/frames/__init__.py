"""Frames, verbs, event nouns and moods prove themselves by the sentences that stand beside them."""
