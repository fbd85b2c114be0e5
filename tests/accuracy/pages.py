"""Pages to fit on, made of pages whose article lines are known; used by fit.py."""

import random
import re
import zlib


def fold_of(page):
    if "fold" in page:
        return page["fold"]
    host = re.sub(r"^(https?://)?(www\.)?", "", page.get("url") or page["id"]).split("/")[0]
    return zlib.crc32(host.encode()) % 5


def pure(pages, rounds=3):
    """Pages of nothing but article lines."""
    for number in range(rounds):
        rng = random.Random(number)
        for page in pages:
            lines = page["text"].split("\n")
            title = " ".join((page.get("title") or "").split())
            body = [x for x in (lines[i].strip() for i in page["kept"]) if x != title]
            if rng.random() < 0.5 and len(body) > 2:
                start = rng.randrange(len(body))
                body = body[start : start + rng.choice([1, 1, 2, 3, 5, 8])]
            if rng.random() < 0.5:
                body = [x for x in body if len(x) > 60] or body
            if rng.random() < 0.4:
                body = [x.rstrip(".!?") if rng.random() < 0.6 else x for x in body]
            if rng.random() < 0.4:
                body = [" " * rng.choice([0, 0, 1, 2]) + x for x in body]
            if rng.random() < 0.3:
                body = [re.sub(r"\. (?=[A-Z])", "، ", x) for x in body]
            head = [title] if title and rng.random() < 0.6 else []
            gap, indent = rng.choice(["", "\n"]), rng.choice(["", "    "])
            out, kept = [], []
            for i, paragraph in enumerate(head + body):
                kept.append(len(out))
                out.append(indent + paragraph)
                if gap or (i == 0 and head):
                    out.append("")
            identity = f"{page['id']}-pure-{number}"
            yield {"id": identity, "url": page["url"], "text": "\n".join(out), "kept": kept, "pure": True}


def clipped(pages, rounds=2):
    """Pages cut to some of their article and a few of the lines before and after it."""
    for number in range(rounds):
        rng = random.Random(100 + number)
        for page in pages:
            lines = page["text"].split("\n")
            kept, free = set(page["kept"]), set(page.get("either", []))
            full = [i for i, line in enumerate(lines) if line.strip()]
            first, last = min(kept, default=None), max(kept, default=None)
            if first is None:
                continue
            before = [i for i in full if i < first][-rng.choice([1, 3, 6, 10]) :]
            after = [i for i in full if i > last][: rng.choice([0, 2, 5, 9, 14])]
            inside = [i for i in full if first <= i <= last]
            if rng.random() < 0.6:
                inside = inside[: rng.choice([1, 2, 3, 5, 8])]
            if rng.random() < 0.3:
                before = [i for i in full if i < first][: rng.choice([1, 3, 6])] + before[-2:]
            gap, strip = rng.choice(["", "\n"]), rng.random() < 0.6
            out, keep, either = [], [], []
            for i in before + inside + after:
                if i in kept:
                    keep.append(len(out))
                if i in free:
                    either.append(len(out))
                out.append(lines[i].strip() if strip else lines[i])
                if gap:
                    out.append("")
            identity = f"{page['id']}-clip-{number}"
            row = {"id": identity, "url": page["url"], "title": page.get("title"), "text": "\n".join(out), "pure": True}
            yield {**row, "kept": keep, "either": either}


def listings(pages):
    """Listing pages, all of whose lines are kept; the articles of one page are of one fold."""
    for page in join(pages, rounds=2):
        kept = [i for i, line in enumerate(page["text"].split("\n")) if line.strip()]
        yield {"id": f"list-{page['id']}", "fold": page["fold"], "text": page["text"], "kept": kept, "pure": True}


def more(pages):
    yield from pure(pages)
    yield from clipped(pages)
    yield from listings(pages)


def article(page, rng):
    lines = page["text"].split("\n")
    title = " ".join((page.get("title") or "").split())
    body = [x for x in (lines[i].strip() for i in page["kept"]) if x != title]
    if rng.random() < 0.4:
        body = [x for x in body if len(x) > 100 or x.endswith((".", "!", "?", '"', "”"))]
    if rng.random() < 0.4:
        body = body[: rng.choice([1, 1, 2, 2, 3, 4, 6, 9])]
    return [title, *body] if title and sum(map(len, body)) > 150 else None


def join(pages, rounds=6):
    """Listing pages; the articles of one page are all of one fold."""
    for number in range(rounds):
        for fold in range(5):
            rng = random.Random(f"{number} {fold}")
            articles = [a for a in (article(p, rng) for p in pages if fold_of(p) == fold) if a]
            rng.shuffle(articles)
            while len(articles) > 10:
                gap, indent = rng.choice(["", "\n"]), rng.choice(["", "    "])
                lines, spans = [], []
                for one in [articles.pop() for _ in range(rng.randint(1, 10))]:
                    first = len(lines)
                    for i, paragraph in enumerate(one):
                        lines.append(indent + paragraph)
                        if gap or i == 0:
                            lines.append("")
                    while not lines[-1]:
                        lines.pop()
                    spans.append([first, len(lines) - 1])
                    lines.append("")
                yield {"id": f"{number}-{fold}-{len(articles)}", "fold": fold, "text": "\n".join(lines), "articles": spans}
