"""Makes a data file of one's own from a dump of ROR and uses it: `.venv/bin/python examples/python/ror.py [DUMP [OUT]]`.

DUMP is what https://ror.org publishes, schema 2, unpacked from its zip: a JSON array, or JSON lines; `.gz` is read too.
Without one, the three records in `ror-slice.jsonl` are read. ROR data are in the public domain (CC0 1.0).
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import naba

HERE = Path(__file__).parent
LANGUAGES = ("ar", "fr", "en")
# Types of ROR by what they say, the surest first: whoever funds something is called by its other type.
TYPES = {
    "company": "company",
    "healthcare": "hospital",
    "education": "university",
    "facility": "research",
    "archive": "museum",
    "government": "publicBody",
    "nonprofit": "association",
    "funder": "foundation",
}


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a dump."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else open(path, encoding="utf-8") as file
    ):
        is_array = file.read(1) == "["
        file.seek(0)
        yield from (
            json.load(file)
            if is_array
            else (json.loads(line) for line in file if line.strip())
        )


def slug(ror: str) -> str:
    """The id of a record in our data."""
    return f"ror-{ror.rsplit('/', 1)[-1]}"


def known(record: dict[str, Any]) -> str | None:
    """The id under which the library knows the body of a record already."""
    for name in record["names"]:
        for body in naba.organizations(name["value"]):
            if record["id"] in body.same_as:
                return body.id
    return None


def entry(record: dict[str, Any], ids: dict[str, str]) -> dict[str, Any] | None:
    """A record of ROR as an entry of `[[organization]]`; none when it has no name in our languages.

    `ids` are the ids here of what it may belong to.
    """
    names: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for name in sorted(record["names"], key=lambda name: "label" not in name["types"]):
        # A name in no language is one in all: `und`.
        tag = name["lang"] or "und"
        if tag not in (*LANGUAGES, "und"):
            continue
        value = name["value"].split(" (")[0].strip()
        # Acronyms and single words mean other things too: they count where a page has another name of the body.
        is_sure = " " in value and "acronym" not in name["types"]
        values = (
            names if is_sure or "ror_display" in name["types"] else weak
        ).setdefault(tag, [])
        if value and value not in values:
            values.append(value)
    if not names:
        return None
    links = [link["id"] for link in record["relationships"] if link["type"] == "parent"]
    countries = [
        place["geonames_details"]["country_code"] for place in record["locations"]
    ]
    wikidata = [
        own["preferred"] or own["all"][0]
        for own in record["external_ids"]
        if own["type"] == "wikidata"
    ]
    return {
        "id": slug(record["id"]),
        "type": next(
            (ours for theirs, ours in TYPES.items() if theirs in record["types"]),
            "other",
        ),
        "parent": next((ids[link] for link in links if link in ids), None),
        "country": countries[0] if countries else None,
        "same-as": [record["id"], *wikidata],
        "names": names,
        "weak": weak,
    }


def toml(entries: list[dict[str, Any]]) -> str:
    """The entries as a data file. Strings and lists of strings are written in TOML as in JSON."""
    lines = [
        "# Organisations of ROR (https://ror.org), CC0 1.0; written by examples/python/ror.py."
    ]
    for each in entries:
        lines += ["", "[[organization]]"]
        for key, value in each.items():
            pairs = (
                {f"{key}.{tag}": names for tag, names in value.items()}
                if isinstance(value, dict)
                else {key: value}
            )
            lines += [
                f"{key} = {json.dumps(value, ensure_ascii=False)}"
                for key, value in pairs.items()
                if value
            ]
    return "\n".join(lines) + "\n"


def convert(dump: Path, out: Path) -> int:
    """Writes the data file of a dump; how many entries it has."""
    active = [
        record for record in records(dump) if record.get("status", "active") == "active"
    ]
    # What the library knows already it knows under more names; what has no name in our languages cannot be a parent.
    ours = {record["id"]: own for record in active if (own := known(record))}
    others = [
        record for record in active if record["id"] not in ours and entry(record, {})
    ]
    ids = ours | {record["id"]: slug(record["id"]) for record in others}
    entries = [made for record in others if (made := entry(record, ids))]
    out.write_text(toml(entries), encoding="utf-8")
    return len(entries)


def main() -> None:
    """Converts, then reads two sentences with what was converted."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "ror-slice.jsonl"
        out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "ror.toml"
        print(convert(dump, out), "organisations of", dump.name)
        extractor = naba.Extractor(out)
    for language, text in [
        ("fr", "Le Centre de recherche en Agropastoralisme (CRAPast) reçoit l'IFPO."),
        ("ar", "نظم مركز البحث في الفلاحة الرعوية يوما دراسيا."),
    ]:
        print(text)
        for body in extractor.organizations(text, language=language):
            said = [mention.exact for mention in body.mentions]
            print(" ", said, body.id, body.type, body.country, body.same_as)


if __name__ == "__main__":
    main()
