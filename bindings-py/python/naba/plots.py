"""Pictures of many records: their events on a line of time, and the network of their organisations.

Both need libraries that ``pip install 'naba[plots]'`` brings; what they show, :func:`timeline_entries` and
:func:`network_data`, needs none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from naba import _naba
from naba._views import array, given
from naba.types import Network, NetworkNode, TimelineEntry

if TYPE_CHECKING:
    import altair
    import networkx

    from naba._many import Failure
    from naba.types import Record

MANY = 40
"""So many events stand in lines of full height; more in lower ones."""

LONGEST = 56
"""The letters of a title that stand beside the line; all of it is in the tooltip."""

COLOURS = [
    *("#3b6fb6", "#d1495b", "#3c8d5a", "#e07b19", "#8a5fb0", "#0e8c99", "#a86c32", "#c2519d"),
    *("#7a8b1f", "#5a6b7b", "#b8860b", "#2f9e8f", "#9c3d3d", "#4b3f8f", "#6fa8dc", "#7f7f7f"),
]
"""Of kinds, all dark enough for a white ground."""


def timeline_entries(records: Record | Iterable[Record | Failure]) -> tuple[TimelineEntry, ...]:
    """The events of the records that have a first day, in the order of their days, each with all pages that tell of it.

    Events of several records are one when they are of one kind, begin on the same day, and share an organiser or, for
    kinds that gather people for a while, the city; and when nothing tells them apart, such as another edition.

    >>> import naba
    >>> from naba.plots import timeline_entries
    >>> pages = ["L'UNESCO organise un atelier à Dakar le 5 mai 2024.", "تنظم اليونسكو ورشة في داكار يوم 5 ماي 2024."]
    >>> [(entry.first_day, len(entry.pages)) for entry in timeline_entries(naba.extract_many(pages))]
    [('2024-05-05', 2)]
    """
    return msgspec.json.decode(_naba.timeline(array(given(records))), type=tuple[TimelineEntry, ...])


def network_data(records: Record | Iterable[Record | Failure]) -> Network:
    """The organisations of the records, each once, and the links between those that do something together.

    Two records hold the same organisation when they share an address in a register, an entry of the registry, or a full
    name that no country contradicts; an acronym alone never suffices. Two organisations are linked when one event names
    both, in whatever part.

    >>> import naba
    >>> from naba.plots import network_data
    >>> network = network_data(naba.extract("L'UNESCO et la FAO organisent un atelier à Dakar."))
    >>> [(link.source, link.target, link.weight) for link in network.links]
    [('unesco', 'fao', 1)]
    """
    return msgspec.json.decode(_naba.network(array(given(records))), type=Network)


def timeline(records: Record | Iterable[Record | Failure], *, background: bool = False) -> altair.LayerChart:
    """The events of the records on a line of time, as a chart of Altair: a bar from the first day to the last, a point for
    a single day, coloured by kind; what is cancelled or postponed is pale.

    A tooltip has title, days, place, organisers and pages; a click opens the page that tells most, when its address is
    known. Each event has a line of its own, so the chart grows with them. Those that an article only mentions, often from long ago, are
    there with ``background``.

    >>> import naba
    >>> chart = naba.timeline(naba.extract("تنظم اليونسكو ورشة في داكار يوم 5 ماي 2024."))
    >>> chart.save("timeline.html")  # doctest: +SKIP
    """
    try:
        import altair as alt
    except ImportError as error:
        raise ImportError("timeline needs Altair: pip install 'naba[plots]'") from error

    entries = [entry for entry in timeline_entries(records) if background or entry.salience != "background"]
    rows = [_row(at, entry) for at, entry in enumerate(entries)]
    is_many = len(rows) > MANY
    x = alt.X("first:T").scale(type="utc").axis(orient="top", title=None, labelExpr=_days(rows), labelOverlap=True)
    y = alt.Y("line:O").axis(
        title=None,
        labelExpr="slice(datum.label, 6)",
        labelLimit=420,
        labelFontSize=10 if is_many else 12,
        labelPadding=10,
        ticks=False,
        domain=False,
    )
    kinds = alt.Scale(domain=sorted({str(row["kind"]) for row in rows}), range=COLOURS)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=x,
        y=y,
        color=alt.Color("kind:N").title("Kind").scale(kinds),
        opacity=alt.condition("datum.is_off", alt.value(0.35), alt.value(1)),
        href="url:N",
        tooltip=[
            alt.Tooltip(f"{name}:N", title=name.capitalize())
            for name in ("title", "when", "where", "organizer", "kind", "status", "pages")
        ],
    )
    # The edge keeps the bar of two days in ten years visible.
    bars = base.mark_bar(height=alt.RelativeBandSize(0.6), cornerRadius=2, strokeWidth=2).encode(
        x2="end:T", stroke=alt.Stroke("kind:N").scale(kinds).title("Kind")
    )
    points = base.mark_circle(size=60 if is_many else 90)
    layers = [bars.transform_filter("datum.end != null"), points.transform_filter("datum.end == null")]
    height = alt.Step(16 if is_many else 24)
    return alt.LayerChart(layer=layers, view=alt.ViewBackground(stroke=None), width=560, height=height)


def network(records: Record | Iterable[Record | Failure]) -> networkx.Graph[str]:
    """The organisations of the records, and who does something together with whom, as a graph of NetworkX.

    A node is the id of an organisation; it has ``label`` (an acronym, else the name), ``name``, ``type``, ``linked``, ``records``
    and ``mentions`` (how many), and where they are known ``country``, ``name_ar``, ``name_fr``, ``name_en`` and so on. An edge has
    ``weight``, the number of events, ``tellings``, how often pages tell of them, and ``roles``. All of these are texts and numbers, which every format of
    NetworkX can write.

    >>> import naba
    >>> graph = naba.network(naba.extract("L'UNESCO et la FAO organisent un atelier à Dakar."))
    >>> graph.nodes["fao"]["label"], graph.edges["unesco", "fao"]["roles"]
    ('FAO', 'organizer–organizer')
    """
    try:
        import networkx
    except ImportError as error:
        raise ImportError("network needs NetworkX: pip install 'naba[plots]'") from error

    found = network_data(records)
    graph: networkx.Graph[str] = networkx.Graph()
    for node in found.nodes:
        known = {"country": node.country} if node.country else {}
        graph.add_node(
            node.id,
            label=_label(node),
            name=node.name,
            type=node.type,
            linked=node.linked,
            records=len(node.records),
            mentions=node.mentions,
            **known,
            **{f"name_{tag}": names[0] for tag, names in node.names.items() if names},
        )
    for link in found.links:
        roles = [(mine, its) for each in link.events for mine in each.source_roles for its in each.target_roles]
        graph.add_edge(
            link.source,
            link.target,
            weight=link.weight,
            tellings=len(link.events),
            roles="; ".join(dict.fromkeys(f"{mine}–{its}" for mine, its in roles)),
        )
    return graph


def _label(node: NetworkNode) -> str:
    """What stands beside a node: an acronym in Latin letters, any other, or the name."""
    acronyms = [names[0] for tag in ("en", "fr", *node.acronyms) for names in [node.acronyms.get(tag)] if names]
    return acronyms[0] if acronyms else node.name


Row: TypeAlias = "dict[str, str | bool | None]"


def _row(at: int, entry: TimelineEntry) -> Row:
    """An event as the chart reads it; ``None`` where there is nothing to read."""
    first, last = (date.fromisoformat(day) for day in (entry.first_day, entry.last_day))
    end = last + timedelta(days=1) if last < date.max else last
    title = entry.title if len(entry.title) <= LONGEST else entry.title[: LONGEST - 1].rstrip() + "…"
    where = entry.city if entry.city and entry.city not in title else None
    languages = ", ".join(dict.fromkeys(page.in_language for page in entry.pages))
    return {
        "line": f"{at:05} " + _isolated(f"{title} · {where}" if where else title),
        "title": _isolated(entry.title),
        "first": first.isoformat() if last > first else f"{first}T12:00Z",
        "end": end.isoformat() if last > first else None,
        "when": first.isoformat() if first == last else f"{first} – {last}",
        "where": ", ".join(_isolated(part) for part in (entry.city, entry.country) if part) or "–",
        "organizer": "; ".join(_isolated(name) for name in entry.organizer or entry.party) or "–",
        "kind": _words(entry.type),
        "status": _words(entry.event_status),
        "is_off": entry.event_status in ("cancelled", "postponed"),
        "pages": f"{len(entry.pages)} ({languages})",
        "url": next(filter(_is_of_the_web, [entry.url, *(page.url for page in entry.pages)]), None),
    }


def _days(rows: list[Row]) -> str:
    """How the axis writes its days, as an expression of Vega: as far as the events reach, with the year once."""
    days = sorted(str(row["first"]) for row in rows) or ["2000-01-01"]
    reach = date.fromisoformat(days[-1][:10]) - date.fromisoformat(days[0][:10])
    if reach.days > 3 * 366:
        return "utcFormat(datum.value, '%Y')"
    written = "%b" if reach.days > 75 else "%-d %b"
    is_new = "datum.index == 0 || utcdayofyear(datum.value) == 1"
    return f"utcFormat(datum.value, {is_new} ? '{written} %Y' : '{written}')"


def _isolated(text: str) -> str:
    """A text that is laid out in its own direction, whatever stands around it (U+2068 … U+2069)."""
    return f"\u2068{text}\u2069"


def _words(kind: str) -> str:
    """``agreementSigning`` as people write it: "Agreement signing"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in kind).capitalize()


def _is_of_the_web(url: str | None) -> bool:
    """Whether a click may open an address: that of a file, or a script, it may not."""
    return url is not None and url.startswith(("https://", "http://"))
