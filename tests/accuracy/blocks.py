#!/usr/bin/env python3
"""Fits the weights of the models `blocks` and `refine` (core/data/models) on pages of HTML whose article is known, in full
or in part.

  blocks.py --signs BINARY [--out FOLDER] [--predict FILE.jsonl] GOLD.jsonl PAGES.jsonl [GOLD.jsonl PAGES.jsonl ...]

GOLD has lines {id, url, body?, with?, without?}: the text of the article, or pieces that stand in it and pieces that do not.
PAGES has lines {id, html}. BINARY is `signs` of the tests crate. `blocks` looks at each line of a page, `refine` again with what
`blocks` made of the whole page; so that it learns from honest first looks, each page is first looked at by a model that was
fitted without its site. Without --out it cross-validates (five folds, no site on both sides) and prints F1 by words or by
pieces; with --out it fits on all pages and writes the weights. Lines that the gold leaves open stay open in the fit: a page with
three known pieces teaches about those, and about the rest what the model itself makes of them. Needs numpy, scipy and numba.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

import numpy as np
from scipy.optimize import minimize

from fit import flat, forward_backward, rows, viterbi, write

WORD = re.compile(r"\w+")
SPACE = re.compile(r"\s+")
# A line of at least so many letters that stands in the article is of the article, wherever on the page.
LONG = 25
# A page whose gold agrees with the first fit by less is left out of the second.
MIN_TRUSTED = 0.5


def letters(text):
    return "".join(c for c in text.lower() if c.isalnum())


def from_text(lines, body):
    """Labels of lines by the text of the article: 1 kept, 0 removed, -1 open."""
    whole = letters(body)
    own = collections.Counter(letters(line) for line in body.split("\n"))
    words = set(WORD.findall(body.lower()))
    solid = [letters(line) for line in lines]
    labels = []
    for line, text in zip(lines, solid):
        if not text:
            labels.append(-1)
        elif text in own:
            labels.append(1)
        elif len(text) >= LONG and text in whole:
            labels.append(1)
        elif len(text) < LONG:
            labels.append(-1 if text in whole else 0)
        else:
            parts = WORD.findall(line.lower())
            share = sum(word in words for word in parts) / max(len(parts), 1)
            pieces = [letters(piece) for piece in re.split(r"[.!?。؟]\s*", line)]
            held = sum(len(piece) for piece in pieces if len(piece) >= LONG and piece in whole) / len(text)
            labels.append(1 if held > 0.6 else 0 if held < 0.2 and share < 0.95 else -1)
    # Of copies only those are meant that stand where the article is: the longest stretch by letters that gaps do not end.
    copies = collections.Counter(text for text, label in zip(solid, labels) if label == 1)
    unique = [i for i, (text, label) in enumerate(zip(solid, labels)) if label == 1 and copies[text] == 1 and len(text) >= LONG]
    if unique:
        first, last = min(unique), max(unique)
        for i, (text, label) in enumerate(zip(solid, labels)):
            outside = i < first - 3 or i > last + 3
            if label == 1 and outside and (copies[text] > own[text] or len(text) < LONG):
                labels[i] = 0 if copies[text] > max(own[text], 1) else -1
            elif label == -1 and outside:
                labels[i] = 0
    return labels


def from_pieces(lines, wanted, unwanted):
    """Labels by pieces of text that stand in the article, and pieces that must not."""
    solid = [letters(line) for line in lines]

    def touched(piece):
        piece = letters(piece)
        if not piece:
            return []
        inside = [i for i, text in enumerate(solid) if piece in text]
        if inside:
            return inside
        # A piece over several lines.
        whole, starts = "", []
        for text in solid:
            starts.append(len(whole))
            whole += text
        at = whole.find(piece)
        if at < 0:
            return []
        return [i for i, start in enumerate(starts) if start < at + len(piece) and start + len(solid[i]) > at and len(solid[i]) >= 10]

    labels = [-1] * len(lines)
    for piece in unwanted:
        for i in touched(piece):
            labels[i] = 0
    for piece in wanted:
        found = touched(piece)
        if len({solid[i] for i in found}) < len(found):
            continue
        for i in found:
            labels[i] = -1 if labels[i] == 0 else 1
    return labels


def site(url):
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    parts = host.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def looked_at(binary, arguments, path, which=None):
    """What the binary says of the pages of a file, by id."""
    with open(path, encoding="utf-8") as lines:
        chosen = [line for line in lines if which is None or json.loads(line)["id"] in which]
    done = subprocess.run([binary, *arguments], input="".join(chosen), capture_output=True, text=True, check=True)
    return {row["id"]: row for row in map(json.loads, filter(None, done.stdout.split("\n")))}


def load(binary, pairs):
    pages = []
    for gold_path, pages_path in pairs:
        blocks = looked_at(binary, ["blocks"], pages_path)
        for gold in rows(gold_path):
            row = blocks[gold["id"]]
            text = row["text"].encode()
            lines = [text[s:e].decode() for (s, e), *_ in row["units"]]
            if gold.get("body"):
                labels = from_text(lines, gold["body"])
            else:
                labels = from_pieces(lines, gold["with"], gold["without"])
            group = "words" if gold.get("body") else "pieces"
            if group == "words" and gold.get("kind", "article") != "article":
                group = "listings"
            page = {"gold": gold, "lines": lines, "labels": labels, "units": row["units"], "group": group, "path": pages_path}
            pages.append(page)
    return pages


# Families that a page of another language may lack, or show otherwise: one in three pages of the fit does without each.
OPTIONAL = ("words", "language", "look", "section", "rest", "rule-near")


class Blocks:
    def __init__(self, pages, names, steps, args):
        self.pages, self.names, self.cost, self.pieces = pages, names + steps, args.cost, args.pieces
        self.sizes = len(names), len(steps)
        self.families = [name.split("/")[0] for name in names]

    def thinner(self, page):
        """Leaves out the signs of some families of a page, the same at every call."""
        rng = random.Random(page["gold"]["id"])
        absent = {family for family in OPTIONAL if rng.random() < 1 / 3}
        return lambda signs: [sign for sign in signs if self.families[sign] not in absent]

    def pack(self, which, thin=False):
        chosen = [self.pages[i] for i in which]
        kept = [[(j, unit) for j, unit in enumerate(page["units"]) if unit[2] != 3] for page in chosen]
        if thin:
            kept = [[(j, [*unit[:3], thinner(unit[3]), unit[4]]) for j, unit in page] for page, thinner in zip(kept, map(self.thinner, chosen))]
        starts = np.cumsum([0] + [len(units) for units in kept])
        units = [unit for page in kept for _, unit in page]
        signs, s_at = flat([unit[3] for unit in units])
        steps, t_at = flat([turn for unit in units for turn in unit[4]])
        labels = np.array([page["labels"][j] for page, ks in zip(chosen, kept) for j, _ in ks], np.int8)
        settled = np.array([unit[2] == 1 for unit in units], np.bool_)
        # What a rule keeps is nothing to learn from; it is kept when predicting.
        sure = np.array([unit[2] == 2 for unit in units], np.bool_)
        size = np.array([unit[1] for unit in units], np.int64)
        return starts, signs, s_at, steps, t_at, labels, settled, size, (kept, sure)

    def fit(self, which, penalty, iterations=120):
        parts = []
        for group, weight in (("pieces", self.pieces), (None, 1.0)):
            own = [i for i in which if (self.pages[i]["group"] == "pieces") == (group == "pieces")]
            if own:
                *packed, size, _ = self.pack(own, thin=True)
                parts.append((packed, self.cost * np.minimum(1.0, size / 200), weight))
        nl, ns = self.sizes

        def loss(w):
            gl, gs, value = np.zeros(nl), np.zeros(ns), 0.0
            for (starts, signs, s_at, steps, t_at, labels, settled), costs, weight in parts:
                args = (starts, signs, s_at, steps, t_at, labels, settled, costs, w[:nl], w[nl:], gl, gs)
                value += forward_backward(*args, False, weight) + forward_backward(*args, True, -weight)
            return value + penalty * (w @ w) / 2, np.concatenate([gl, gs]) + penalty * w

        return minimize(loss, np.zeros(nl + ns), jac=True, method="L-BFGS-B", options={"maxiter": iterations}).x

    def fit_trimmed(self, which, penalty):
        """Fits twice: the second time without the pages whose gold is far from what the first fit finds; the gold of some
        is cut short, or of another page."""
        w = self.fit(which, penalty, 40)
        trusted = []
        for i, chosen in self.predict(which, w):
            hit, got, want = score(self.pages[i], chosen)
            if self.pages[i]["group"] == "pieces" or 2 * hit >= MIN_TRUSTED * (got + want):
                trusted.append(i)
        return self.fit(trusted, penalty)

    def predict(self, which, w):
        starts, signs, s_at, steps, t_at, _, settled, _, (kept, sure) = self.pack(which)
        nl, _ = self.sizes
        y = viterbi(starts, signs, s_at, steps, t_at, settled, w[:nl], w[nl:])
        y |= sure
        for n, i in enumerate(which):
            yield i, [j for (j, _), keep in zip(kept[n], y[starts[n] : starts[n + 1]]) if keep]


def score(page, chosen):
    """Hits, answers, wanted: words of the text, or pieces."""
    text = "\n\n".join(page["lines"][j] for j in chosen)
    if page["group"] == "pieces":
        flat_text = SPACE.sub(" ", text)
        held = lambda pieces: sum(SPACE.sub(" ", piece).strip() in flat_text for piece in pieces)
        hit, wrong = held(page["gold"]["with"]), held(page["gold"]["without"])
        return hit, hit + wrong, len(page["gold"]["with"])
    ours, theirs = (collections.Counter(WORD.findall(t.lower())) for t in (text, page["gold"]["body"]))
    return sum((ours & theirs).values()), sum(ours.values()), sum(theirs.values())


def report(pages, results):
    out = []
    for group in ("words", "listings", "pieces"):
        counts = [results[i] for i, page in enumerate(pages) if page["group"] == group and i in results]
        if not counts:
            continue
        if group == "pieces":
            hit, got, want = map(sum, zip(*counts))
            out.append(f"{group} F1 {2 * hit / max(got + want, 1):.4f} P {hit / max(got, 1):.4f} R {hit / max(want, 1):.4f}")
        else:
            p = [h / g if g else 0 for h, g, w in counts]
            r = [h / w if w else 0 for h, g, w in counts]
            f = [2 * h / (g + w) if g + w else 1 for h, g, w in counts]
            out.append(f"{group} F1 {np.mean(f):.4f} P {np.mean(p):.4f} R {np.mean(r):.4f}")
    return "; ".join(out)


def refined(binary, pages, folds, models):
    """The pages as the model `refine` sees them, each by the first look of a model that was fitted without it."""
    again = [None] * len(pages)
    for fold, model in models.items():
        with tempfile.NamedTemporaryFile("w", suffix=".toml") as file:
            write(file.name, "a fold", model.names, model.weights)
            for path in {page["path"] for page in pages}:
                which = {i: p for i, p in enumerate(pages) if folds[i] == fold and p["path"] == path}
                found = looked_at(binary, ["refine", file.name], path, {page["gold"]["id"] for page in which.values()})
                for i, page in which.items():
                    again[i] = {**page, "units": found[page["gold"]["id"]]["units"]}
    return again


def cross_fit(pages, names, steps, args, folds, label):
    """One model a fold, fitted on the other folds; and what each finds on its own."""
    models, results, answers = {}, {}, {}
    for fold in range(5):
        model = Blocks(pages, names, steps, args)
        model.weights = model.fit_trimmed([i for i in range(len(pages)) if folds[i] != fold], args.penalty)
        for i, chosen in model.predict([i for i in range(len(pages)) if folds[i] == fold], model.weights):
            results[i], answers[i] = score(pages[i], chosen), chosen
        models[fold] = model
        print(f"{label} after fold {fold}:", report(pages, results), file=sys.stderr)
    print(f"{label}, cross-validated:", report(pages, results), flush=True)
    return models, results, answers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--signs", required=True)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--predict")
    parser.add_argument("--penalty", type=float, default=3.0)
    parser.add_argument("--cost", type=float, default=1.0, help="what a wrong line of 200 letters costs (softmax margin)")
    parser.add_argument("--pieces", type=float, default=3.0, help="what a page of known pieces counts, beside one of known text")
    args = parser.parse_args()
    names = json.loads(subprocess.run([args.signs, "names"], capture_output=True, check=True).stdout)
    pages = load(args.signs, list(zip(args.files[::2], args.files[1::2])))
    best = {i: score(page, [j for j, label in enumerate(page["labels"]) if label == 1]) for i, page in enumerate(pages)}
    print("with the labels in hand:", report(pages, best))
    sites = sorted({site(page["gold"].get("url")) for page in pages})
    numbers = {name: index * 7919 % 5 for index, name in enumerate(sites)}
    folds = [numbers[site(page["gold"].get("url"))] for page in pages]
    models, *_ = cross_fit(pages, names["blocks"], names["block-steps"], args, folds, "first look")
    again = refined(args.signs, pages, folds, models)
    if args.out:
        for name, seen, keys in (("blocks", pages, ("blocks", "block-steps")), ("refine", again, ("refine", "block-steps"))):
            model = Blocks(seen, names[keys[0]], names[keys[1]], args)
            weights = model.fit_trimmed(list(range(len(seen))), args.penalty)
            source = f"tests/accuracy/blocks.py, L2 {args.penalty}, {len(seen)} pages"
            write(args.out / f"{name}.toml", source, model.names, weights, 0.1)
        return
    _, results, answers = cross_fit(again, names["refine"], names["block-steps"], args, folds, "second look")
    if args.predict:
        with open(args.predict, "w", encoding="utf-8") as out:
            for i, page in enumerate(pages):
                row = {"id": page["gold"]["id"], "group": page["group"], "score": results[i], "lines": page["lines"], "labels": page["labels"], "kept": answers[i]}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
