"""Many pages: read on all cores, in order, with errors as values and bounded memory."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from operator import length_hint
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import msgspec

from naba import _naba, _views
from naba._naba import ArrowData, Core
from naba._views import Table
from naba.types import Format, Record

if TYPE_CHECKING:
    from concurrent.futures import Future

Content: TypeAlias = "str | bytes | os.PathLike[str]"
"""A page: decoded, as it was fetched, or the path of its file."""

PIECE = (32, 256 * 1024)
"""The most pages, and about the most bytes, that a thread reads at once."""

PATIENCE = 0.05
"""Seconds after which a piece is read although it is not full, so that pages that come slowly do not wait for others."""

DEFAULTS = ("retrieved", "format", "content_type")
"""What can be said of all pages at once."""

SHOWN = 50
"""The most rows of a batch that a notebook shows."""

_T = TypeVar("_T")


class Page(msgspec.Struct, frozen=True):
    """A page with what is said of it; see :func:`naba.extract`."""

    content: Content
    url: str | None = None
    retrieved: str | None = None
    format: Format | None = None
    content_type: str | None = None


class Failure(msgspec.Struct, frozen=True):
    """A page that could not be read: its file is not there, its day is none."""

    index: int
    """Its place among the pages, from 0."""

    page: Content | Page
    """The page, as given."""

    error: Exception
    """What went wrong."""

    def __repr__(self) -> str:
        return f"Failure(index={self.index}, error={self.error!r})"


class Batch(tuple["Record | Failure", ...]):
    """What many pages gave, as a tuple that a notebook shows as a table.

    >>> import naba
    >>> batch = naba.Batch(naba.extract_many(["L'UNESCO a signé un accord.", naba.Page("نبأ", retrieved="soon")]))
    >>> len(batch.records), batch.failures
    (1, (Failure(index=1, error=ValueError('retrieved: `soon` is not a day like `2024-06-12`')),))
    """

    __slots__ = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The pages that could be read."""
        return tuple(each for each in self if isinstance(each, Record))

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Those that could not."""
        return tuple(each for each in self if isinstance(each, Failure))

    def to_arrow(self, table: Table) -> ArrowData:
        """One of their tables as Arrow data; see :func:`naba.to_arrow`."""
        return _views.to_arrow(self, table)

    def to_ics(self) -> str:
        """Their events as one calendar; see :func:`naba.to_ics`."""
        return _views.to_ics(self)

    def _repr_html_(self) -> str:
        return _naba.to_html_table(_views.array(self.records[:SHOWN]), len(self))


def options(**said: str | None) -> str:
    """What is said of a page or a text, for the core."""
    return msgspec.json.encode(said).decode()


def held(page: Page) -> tuple[str | bytes, str]:
    """A page, read if it lies in a file, and what is said of it. A file has its path for an address."""
    content, url = page.content, page.url
    if isinstance(content, os.PathLike):
        url = url or os.fspath(content)
        with open(content, "rb") as file:
            content = file.read()
    said = options(url=url, retrieved=page.retrieved, format=page.format, contentType=page.content_type)
    return content, said


def extract_many(
    core: Core, pages: Iterable[Content | Page], defaults: Page, threads: int | None, progress: bool
) -> Iterator[Record | Failure]:
    """See :meth:`naba.Extractor.extract_many`."""
    threads = _cores() if threads is None else threads
    if threads < 1:
        raise ValueError(f"threads: expected 1 or more, not {threads}")
    found = _found(core, pages, defaults, threads)
    return shown(found, length_hint(pages) or None) if progress else found


def _found(core: Core, pages: Iterable[Content | Page], defaults: Page, threads: int) -> Iterator[Record | Failure]:
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(threads, thread_name_prefix="naba")
    waiting: deque[tuple[int, list[Content | Page], Future[list[bytes | Exception]]]] = deque()
    try:
        for start, piece in _pieces(pages):
            waiting.append((start, piece, pool.submit(_read, core, piece, defaults)))
            while waiting and (waiting[0][2].done() or len(waiting) > 2 * threads):
                yield from _finished(*waiting.popleft())
        while waiting:
            yield from _finished(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _pieces(pages: Iterable[_T]) -> Iterator[tuple[int, list[_T]]]:
    """Pages that are read together, after the place of the first."""
    start, size, piece, since = 0, 0, list[_T](), time.monotonic()
    for page in pages:
        piece.append(page)
        size += _size(page)
        if len(piece) == PIECE[0] or size >= PIECE[1] or time.monotonic() - since > PATIENCE:
            yield start, piece
            start, size, piece, since = start + len(piece), 0, [], time.monotonic()
    if piece:
        yield start, piece


def _size(page: object) -> int:
    held = page.content if isinstance(page, Page) else page
    return len(held) if isinstance(held, (str, bytes)) else 0


def _read(core: Core, pages: list[Content | Page], defaults: Page) -> list[bytes | Exception]:
    """The JSON of each page, or what went wrong."""
    given = [_given(page, defaults) for page in pages]
    found = iter(core.extract_batch([each for each in given if not isinstance(each, Exception)]))
    return [each if isinstance(each, Exception) else next(found) for each in given]


def _given(page: Content | Page, defaults: Page) -> tuple[str | bytes, str] | Exception:
    page = page if isinstance(page, Page) else Page(page)
    said = {name: getattr(page, name) or getattr(defaults, name) for name in DEFAULTS}
    try:
        return held(Page(page.content, page.url, **said))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one page is its value
        return error


def _finished(
    start: int, pages: list[Content | Page], piece: Future[list[bytes | Exception]]
) -> Iterator[Record | Failure]:
    for index, (page, found) in enumerate(zip(pages, piece.result(), strict=True), start):
        yield Record(found) if isinstance(found, bytes) else Failure(index, page, found)


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shown(things: Iterable[_T], total: int | None, unit: str = "page") -> Iterator[_T]:
    """The things, while a bar shows how many there were: that of tqdm, or a plain one where it is not installed."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        yield from _counted(things, total, unit)
    else:
        yield from tqdm(things, total=total, unit=f" {unit}s")


def _counted(things: Iterable[_T], total: int | None, unit: str) -> Iterator[_T]:
    of, said, count = f" of {total}" if total else "", 0.0, 0
    for count, thing in enumerate(things, 1):
        yield thing
        if time.monotonic() - said > 0.5:
            said = time.monotonic()
            print(f"\r{count}{of} {unit}s", end="", file=sys.stderr, flush=True)
    print(f"\r{count}{of} {unit}s", file=sys.stderr)
