"""Pure steps, one verb a file: see pipeline for their order."""
