"""Text alone: sentences, words, dates, escapes. Knows nothing of articles."""
