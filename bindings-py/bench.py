"""Measures what the Python package promises: `make python`, then `.venv/bin/python bindings-py/bench.py`.

Pages are those of `examples/spark/pages.py`. Times of one thread are processor times, so that a busy machine changes them
little; those of several threads are of the clock, and need two free cores.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "examples" / "spark"))

import naba
import pages as generated


def pages(count: int) -> Iterator[naba.Page]:
    """Generated pages, without those that are poisoned."""
    for page in itertools.islice(generated.pages(count * 2), count * 2):
        if page["page"] is not None and page["retrieved"] and len(page["page"]) < 20_000:
            yield naba.Page(page["page"], url=page["url"], content_type=page["content_type"])
            count -= 1
        if count == 0:
            return


def least(call: Callable[[], object], times: int, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the fastest of some calls."""

    def once() -> float:
        start = clock()
        call()
        return clock() - start

    return min(once() for _ in range(times))


def importing() -> float:
    """Seconds that `import naba` takes in a new interpreter, without its start."""
    script = "import time; start = time.perf_counter(); import naba; print(time.perf_counter() - start)"
    return min(float(subprocess.check_output([sys.executable, "-c", script])) for _ in range(20))


def many(given: list[naba.Page], threads: int) -> None:
    """Reads all pages."""
    for _ in naba.extract_many(given, threads=threads):
        pass


def counted(seconds: float) -> int:
    """How far Python counts in so many seconds."""
    count, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        count += 1
    return count


def pace(given: list[naba.Page]) -> float:
    """How fast a thread of Python counts while another reads pages, against when it is alone."""
    alone = max(counted(2) for _ in range(3))
    stopped = threading.Event()

    def read() -> None:
        while not stopped.is_set():
            many(given, 1)

    reader = threading.Thread(target=read)
    reader.start()
    beside = max(counted(2) for _ in range(3))
    stopped.set()
    reader.join()
    return beside / alone


def memory() -> int:
    """The resident memory of this process in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 1_000_000


def streamed(count: int) -> Iterator[str]:
    """The memory after each tenth of so many pages, read one after the other and let go."""
    read = 0
    for read, _ in enumerate(naba.extract_many(pages(count)), 1):
        if read % (count // 10) == 0:
            yield f"{memory()} MB"


def main() -> None:
    """Prints a line a measure."""
    page = next(page.content for page in pages(200) if 4_800 < len(page.content) < 5_200)
    assert isinstance(page, bytes)
    naba.extract(page)
    runs = 50
    took = least(lambda: [naba.extract(page) for _ in range(runs)], 9) / runs
    looked = least(lambda: [naba.extract(page).events for _ in range(runs)], 9) / runs
    given = list(pages(1000))
    one = least(lambda: many(given, 1), 3, time.perf_counter)
    two = least(lambda: many(given, 2), 3, time.perf_counter)
    print(f"import naba: {importing() * 1000:.1f} ms")
    print(f"extract, {len(page)} bytes: {took * 1e6:.0f} us, {looked * 1e6:.0f} us with a look at its events")
    print(f"extract_many, 1 and 2 threads: {1000 / one:.0f} and {1000 / two:.0f} pages/s, {one / two:.2f} times")
    print(f"a counting thread beside extract_many: {pace(given):.0%} of its pace")
    print("memory over 100,000 pages:", ", ".join(streamed(100_000)))


if __name__ == "__main__":
    main()
