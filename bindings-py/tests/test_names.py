"""Who and where in Python, in code points, and with data of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import naba
import pytest

DUNES = {
    "id": "dunes",
    "type": "network",
    "country": "MA",
    "same-as": ["https://example.org/dunes"],
    "names": {"fr": ["Caravane des dunes"], "ar": ["قافلة الكثبان"]},
    "acronyms": {"fr": ["CADUN"]},
}
PRESS = {"id": "dunes-press", "type": "media", "parent": "dunes", "names": {"fr": ["Gazette des dunes"]}}
UNESCO = {"id": "unesco", "type": "igo", "names": {"en": ["Organisation of Our Own"]}, "acronyms": {"en": ["UNESCO"]}}
CITY = {"country": "MA", "names": {"fr": ["Oued Zitoun"], "ar": ["واد الزيتون"]}}
DATA = {"organization": [DUNES, PRESS, UNESCO], "city": [CITY]}

TOML = """
city = [{ country = "MA", names.fr = ["Oued Zitoun"] }]

[[organization]]
id = "dunes"
type = "network"
names.fr = ["Caravane des dunes"]
"""


def quotes(text: str, found: Iterable[naba.NamedOrganization | naba.NamedPerson | naba.NamedPlace]) -> None:
    for entity in found:
        assert entity.mentions
        for mention in entity.mentions:
            start, end = mention.span
            assert text[start:end] == mention.exact


def test_names_after_an_emoji() -> None:
    text = "😀 L'UNESCO a reçu à Rabat le docteur Salim Naciri, directeur de l'Institut du désert."
    bodies = naba.organizations(text, language="fr")
    people = naba.people(text, language="fr")
    places = naba.places(text.encode(), language="fr")
    for found in (bodies, people, places):
        quotes(text, found)
    assert (bodies[0].id, bodies[0].linked, bodies[0].mentions[0].span) == ("unesco", True, (4, 10))
    assert people[0].name == "Salim Naciri"
    assert (places[0].city, places[0].country) == ("Rabat", "MA")
    assert naba.organizations("") == ()


def test_what_is_refused() -> None:
    with pytest.raises(TypeError):
        naba.people("", anchor="2024-05-17")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match=r"options: invalid type: integer `7`, expected a string"):
        naba.places("", language=cast(Any, 7))
    with pytest.raises(UnicodeDecodeError):
        naba.organizations(b"\xff")


def test_data_of_ones_own_are_found_and_linked_and_known_to_their_extractor_only() -> None:
    extractor = naba.Extractor(data=DATA)
    text = "La Caravane des dunes (CADUN) arrive à Oued Zitoun, dit la Gazette des dunes."
    found = extractor.organizations(text, language="fr")
    quotes(text, found)
    caravan, press = found
    assert (caravan.id, caravan.linked, caravan.country) == ("dunes", True, "MA")
    assert caravan.same_as == ("https://example.org/dunes",)
    assert (press.id, press.parent_organization, press.type) == ("dunes-press", "dunes", "media")
    assert extractor.places(text, language="fr")[0].country == "MA"
    assert extractor.organizations("زارت قافلة الكثبان واد الزيتون", language="ar")[0].id == "dunes"
    assert extractor.organizations("UNESCO")[0].names["en"] == ("Organisation of Our Own",)
    assert all(body.id != "dunes" for body in naba.organizations(text, language="fr"))
    assert naba.organizations("UNESCO")[0].names["en"] != ("Organisation of Our Own",)

    page = f"La Caravane des dunes à Oued Zitoun\n12 mai 2024\n{text} Les élèves de la ville ont lu des contes."
    assert any(body.id == "dunes" for body in extractor.extract(page).organizations)
    assert extractor.dates(page) == naba.dates(page)
    assert extractor.people(page) == naba.people(page)
    assert naba.Extractor().extract_json(page) == naba.extract_json(page)


def test_data_from_a_toml_file(tmp_path: Path) -> None:
    file = tmp_path / "partners.toml"
    file.write_text(TOML, encoding="utf-8")
    for path in (file, str(file)):
        extractor = naba.Extractor(path)
        assert extractor.organizations("La Caravane des dunes est là.", language="fr")[0].id == "dunes"
        assert extractor.places("Un feu à Oued Zitoun.", language="fr")[0].city == "Oued Zitoun"
    file.write_text("[[organization]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"data: .*partners\.toml: .*line 1"):
        naba.Extractor(file)
    with pytest.raises(FileNotFoundError):
        naba.Extractor(tmp_path / "nowhere.toml")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"organisation": []}, r"data: unknown field `organisation`"),
        ({"organization": [{**DUNES, "nmes": {}}]}, r"data: organization `dunes`: unknown field `nmes`"),
        ({"organization": [{**DUNES, "names": {"fr": "Caravane"}}]}, r"data: organization `dunes`: invalid type"),
        ({"organization": [PRESS]}, r"data: organization `dunes-press` has the parent `dunes`, which is nowhere"),
        ({"organization": [DUNES, DUNES]}, r"data: organization `dunes` is there twice"),
        ({"city": [{"country": "MA"}]}, r"data: city `1` has no name"),
    ],
)
def test_data_that_make_no_sense_name_their_entry(data: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        naba.Extractor(data)
