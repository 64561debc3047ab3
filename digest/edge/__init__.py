"""Everything that touches the world: reading, decoding, remembering, writing."""
