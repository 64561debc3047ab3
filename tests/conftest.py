"""What holds for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No deadline: tests run side by side on machines of any speed, and none is a timed test.
CHECKS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("digest", CHECKS, derandomize=True)  # the same commit gets the same verdict, wherever it is checked
settings.register_profile("explore", CHECKS, max_examples=300)  # new examples at each run: `make explore`
settings.load_profile("digest")
