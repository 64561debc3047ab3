"""Spreads the calls of a slow, pure function over the processor's cores."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import starmap
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from digest.edge.collector import give_back
from digest.errors import DigestError

R = TypeVar("R")

WORTHWHILE = 100
"""Calls that repay the start of processes: one takes about a second, and a call some 25 milliseconds."""

TOGETHER = 4
"""Calls that are handed to a process at once."""

AHEAD = 8
"""So many times a core's process is handed calls before their results are asked for, at most: those that wait take memory."""


def spread(function: Callable[..., R], calls: Sequence[tuple[object, ...]], cores: int | None = None) -> Iterator[R]:
    """Give ``function(*call)`` for every call, in their order; the same for any number of ``cores`` (default: all).

    Raises what a call raises, and DigestError where a process ended before its work did.
    """
    cores = cores or _cores()
    if len(calls) < WORTHWHILE or cores < 2:
        yield from starmap(function, calls)
        return
    give_back()  # each process takes some 60 MB
    # not "fork": a server that rebuilds has threads, and a copy of a process with threads may wait for ever
    context = multiprocessing.get_context("forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn")
    pool = ProcessPoolExecutor(cores, context, initializer=_end_with_parent)
    try:
        waiting: deque[Future[list[R]]] = deque()
        for start in range(0, len(calls), TOGETHER):
            waiting.append(pool.submit(_call, function, calls[start : start + TOGETHER]))
            if len(waiting) >= AHEAD * cores:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise DigestError("one of the processes that look for keywords was ended from outside; build again") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _call(function: Callable[..., R], calls: Sequence[tuple[object, ...]]) -> list[R]:
    return list(starmap(function, calls))


def _end_with_parent() -> None:
    """Let this process end when the one that started it was killed: it would wait for work for ever."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent:
            wait([parent.sentinel])
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
