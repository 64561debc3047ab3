"""What holds for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("digest", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("digest")  # no deadline: tests run side by side on machines of any speed, and none is a timed test
