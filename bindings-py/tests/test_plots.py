"""A timeline and a network of many records."""

import io
import sys
from pathlib import Path

import naba
import pytest
from naba.plots import network_data, timeline_entries

PAGES = sorted(
    path
    for path in (Path(__file__).parents[2] / "examples" / "python" / "pages").iterdir()
    if path.suffix in (".txt", ".html")
)


@pytest.fixture(scope="module")
def batch() -> naba.Batch:
    return naba.Batch(naba.extract_many(PAGES))


def test_pages_of_three_languages_tell_of_one_event(batch: naba.Batch) -> None:
    entries = {entry.first_day: entry for entry in timeline_entries(batch)}
    assert list(entries) == sorted(entries)
    seminar = entries["2025-10-20"]
    assert [page.in_language for page in seminar.pages] == ["ar", "en", "fr"]
    assert (seminar.last_day, seminar.country, seminar.event_status) == ("2025-10-21", "TN", "held")
    assert [batch.records[page.record].events for page in seminar.pages]


def test_the_chart_has_a_line_for_each_event(batch: naba.Batch) -> None:
    chart = naba.timeline(batch).to_dict()
    (rows,) = chart["datasets"].values()
    assert [row["line"] for row in rows] == sorted(row["line"] for row in rows)
    assert sum(row["end"] is None for row in rows) > 3
    forum = next(row for row in rows if row["first"] == "2025-06-10")
    assert (forum["end"], forum["pages"]) == ("2025-06-13", "2 (ar, fr)")
    assert all("\u2068" in row["line"] and row["line"].endswith("\u2069") for row in rows)
    assert naba.timeline([]).to_dict()


def test_what_an_article_only_mentions_is_there_when_asked_for() -> None:
    page = (
        "Atelier sur l'eau à Dakar\n\nDakar, le 12 mai 2024\n\nL'UNESCO a organisé à Dakar, du 6 au 8 mai 2024, un atelier "
        "sur l'eau.\n\nLa conférence de Tunis, tenue le 3 mars 2019, avait adopté une déclaration."
    )
    record = naba.extract(page, url="javascript:alert(1)")
    for background, days in [(False, ["2024-05-06"]), (True, ["2019-03-03", "2024-05-06"])]:
        (rows,) = naba.timeline(record, background=background).to_dict()["datasets"].values()
        assert [(row["first"][:10], row["url"]) for row in rows] == [(day, None) for day in days]


def test_the_graph_can_be_written(batch: naba.Batch) -> None:
    import networkx

    graph = naba.network(batch)
    assert graph.edges["icesco", "arab-publishers-association"]["weight"] == 2
    assert graph.nodes["alecso"]["label"] == "ALECSO"
    assert graph.nodes["alecso"]["name_ar"] == "المنظمة العربية للتربية والثقافة والعلوم"
    for write in (networkx.write_graphml, networkx.write_gexf):
        file = io.BytesIO()
        write(graph, file)
        assert len(file.getvalue()) > 1000
    assert len(network_data(batch).links) == graph.number_of_edges()


@pytest.mark.parametrize(
    ("function", "library", "name"), [("timeline", "altair", "Altair"), ("network", "networkx", "NetworkX")]
)
def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, function: str, library: str, name: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=rf"{function} needs {name}: pip install 'naba\[plots\]'"):
        getattr(naba, function)([])
