"""The command ``naba``: reads pages from files or standard input and writes what they hold."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import IO, get_args

import naba
from naba._many import shown
from naba.types import Format, Record

EPILOG = """\
Exit status: 0 when all pages were read, 1 when some could not be (the others are written), 2 when the command makes no
sense. Records have the path of their page, as typed, where no --url is given.

  naba page.html                      the clean articles, with the facts of their events
  naba *.txt --to jsonl               a record a line, as JSON
  naba *.html --to csv --table events > events.csv
  curl -s https://example.org/ | naba - --url https://example.org/ --to ics
"""


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; its exit status."""
    parser = _parser()
    said = parser.parse_args(arguments)
    if not said.pages and sys.stdin.isatty():
        parser.print_usage(sys.stderr)
        return 2
    if said.url and len(said.pages) > 1:
        parser.error("--url is the address of one page")
    try:
        extractor = naba.Extractor(said.data)
        found = extractor.extract_many(
            [_page(path, said.url) for path in said.pages or ["-"]],
            retrieved=said.retrieved,
            format=said.format,
            content_type=said.content_type,
            threads=said.threads,
        )
    except (OSError, TypeError, ValueError) as error:
        parser.error(str(error))
    if len(said.pages) > 1 and sys.stderr.isatty() and not said.quiet:
        found = shown(found, len(said.pages))
    failures: list[naba.Failure] = []
    try:
        with _output(said.output) as out:
            for text in WRITERS[said.to](_readable(found, failures), said):
                out.write(text.encode())
            out.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        parser.error(str(error))
    except KeyboardInterrupt:
        return 130
    return 1 if failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="naba",
        description="Turns scraped news pages in Arabic, French and English into articles, events and organisations.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("pages", nargs="*", metavar="PAGE", help="a file of HTML or text in any encoding; - is standard input")
    add("--to", choices=WRITERS, default="md", help="what to write (default: md)")
    add("--table", choices=get_args(naba.Table), default="articles", help="which table --to csv writes")
    add("--output", "-o", metavar="FILE", help="where to write (default: standard output)")
    add("--url", help="the address of the page")
    add("--retrieved", metavar="DAY", help="the day the pages were fetched, YYYY-MM-DD")
    add("--format", choices=get_args(Format), help="what the pages are (default: what they look like)")
    add("--content-type", metavar="TYPE", help="the Content-Type the pages came with")
    add("--data", metavar="FILE", help="a TOML file with organisations and places of your own")
    add("--threads", type=int, metavar="N", help="how many pages to read at once (default: one a core)")
    add("--quiet", "-q", action="store_true", help="show no progress")
    add("--version", action="version", version=f"naba {version('naba')}")
    return parser


def _page(path: str, url: str | None) -> naba.Page:
    if path == "-":
        return naba.Page(sys.stdin.buffer.read(), url=url)
    return naba.Page(Path(path), url=url)


def _readable(found: Iterable[Record | naba.Failure], failures: list[naba.Failure]) -> Iterator[Record]:
    """The pages that could be read; the others are reported, and counted among the failures."""
    for each in found:
        if isinstance(each, Record):
            yield each
            continue
        failures.append(each)
        content = each.page.content if isinstance(each.page, naba.Page) else each.page
        name = content if isinstance(content, Path) else "standard input"
        print(f"naba: {name}: {_reason(each.error)}", file=sys.stderr)


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _output(path: str | None) -> IO[bytes]:
    return open(sys.stdout.fileno() if path is None else path, "wb", closefd=path is not None)


def _jsonl(records: Iterator[Record], said: argparse.Namespace) -> Iterator[str]:
    for record in records:
        yield record.to_json() + "\n"


def _jsonld(records: Iterator[Record], said: argparse.Namespace) -> Iterator[str]:
    for record in records:
        yield record.to_json_ld().replace("\n", "") + "\n"


def _html(records: Iterator[Record], said: argparse.Namespace) -> Iterator[str]:
    yield '<!doctype html>\n<meta charset="utf-8">\n<meta name="color-scheme" content="light dark">\n<title>naba</title>\n'
    for record in records:
        yield record.to_html() + "\n"


def _md(records: Iterator[Record], said: argparse.Namespace) -> Iterator[str]:
    is_first = True
    for text in filter(None, (record.to_markdown() for record in records)):
        yield text if is_first else f"\n---\n\n{text}"
        is_first = False


def _csv(records: Iterator[Record], said: argparse.Namespace) -> Iterator[str]:
    yield naba.to_csv([], said.table)
    while piece := list(islice(records, 64)):
        yield naba.to_csv(piece, said.table).partition("\r\n")[2]


def _ics(records: Iterator[Record], said: argparse.Namespace) -> Iterator[str]:
    yield naba.to_ics(list(records))


WRITERS: dict[str, Callable[[Iterator[Record], argparse.Namespace], Iterator[str]]] = {
    "md": _md,
    "html": _html,
    "jsonl": _jsonl,
    "jsonld": _jsonld,
    "csv": _csv,
    "ics": _ics,
}

if __name__ == "__main__":
    sys.exit(main())
