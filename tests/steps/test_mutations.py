"""What was written down badly is recovered: at least 99 in 100 of generated files, field by field."""

from __future__ import annotations

from tests.mutations import summary

COUNT, SEED, ENOUGH = 2_100, 7, 0.99


def test_fields_and_body_of_mutated_articles_are_recovered() -> None:
    fields, kinds, wrong = summary(COUNT, SEED)
    misses = [(mutant.done, missed, mutant.text) for mutant, missed in wrong[:3]]
    assert min(fields.values()) >= ENOUGH, (fields, misses)
    assert min(share for _, share in kinds.values()) >= ENOUGH, (kinds, misses)
    assert all(number >= COUNT // 40 for number, _ in kinds.values())
