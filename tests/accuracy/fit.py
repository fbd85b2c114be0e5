#!/usr/bin/env python3
"""Fits the weights of the models `lines` and `headings` (core/data/models) on pages whose article lines are known.

  fit.py lines DUMPS.jsonl SIGNS.jsonl NAMES.json [--out FILE.toml]       DUMPS: {id, url, title, text, kept, either}
  fit.py more DUMPS.jsonl > MORE.jsonl
  fit.py join DUMPS.jsonl > JOINED.jsonl
  fit.py headings JOINED.jsonl SIGNS.jsonl NAMES.json [--out FILE.toml]   JOINED: {id, text, articles}

`more` makes pages that hold nothing but an article or a part of one, some in a rough state (sentences without stops,
stray spaces), listings of articles, and pages clipped to an article and a few lines around it; add them to DUMPS so that a clean page stays
whole and a short one is cleaned. `join` makes listing pages of the articles of DUMPS under their headlines: whole ones and first paragraphs, with and
without their titles inside, tight and loose. SIGNS and NAMES come from the binary `signs` of the tests crate (`signs lines < DUMPS`, `signs names`). Without --out
it cross-validates (five folds, no site on both sides) and prints F1 by letters; with --out it fits on all pages and
writes the weights. Needs numpy, scipy and numba. `lines` is a linear-chain CRF with two states whose margin grows with the letters of
a line, `headings` a logistic
regression; both with an L2 penalty. Lines that the data leaves open stay open in the fit.
"""
import argparse
import json
import math
import random
import re

import numba
import numpy as np
from scipy.optimize import minimize

from pages import fold_of, join, more

KEEP, LEAVE, ENTER, OUT = range(4)


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def line_bounds(text):
    at = 0
    for line in text.split("\n"):
        size = len(line.encode())
        yield at, at + size
        at += size + 1


def letters(text):
    return sum(c.isalnum() for c in text)


def unit_labels(page, units):
    """1 kept, 0 removed, -1 open, for every unit; and the letters that count for it."""
    bounds, lines = list(line_bounds(page["text"])), page["text"].split("\n")
    kept, free = set(page["kept"]), set(page.get("either", []))
    title = " ".join((page.get("title") or "").split())
    first = min(kept, default=len(lines))
    titles = [i for i, line in enumerate(lines) if title and " ".join(line.split()) == title]
    best = max((i for i in titles if i < first), default=None)
    labels, weights, k = [], [], 0
    for (start, end), *_ in units:
        while k < len(bounds) and bounds[k][1] <= start:
            k += 1
        votes, size, j = [0, 0], 0, k
        while j < len(bounds) and bounds[j][0] < end:
            n = letters(lines[j])
            if j in titles:
                votes[1] += n if j == best else 0
            elif j not in free:
                votes[j in kept] += n
                size += n
            j += 1
        labels.append(-1 if votes == [0, 0] else int(votes[1] > votes[0]))
        weights.append(size)
    return labels, weights


def flat(lists):
    offsets = np.zeros(len(lists) + 1, np.int64)
    np.cumsum([len(x) for x in lists], out=offsets[1:])
    return np.array([v for x in lists for v in x], np.int32), offsets


@numba.njit(cache=True)
def forward_backward(starts, signs, s_at, steps, t_at, labels, settled, costs, wl, ws, gl, gs, constrained, scale):
    """Adds scale * log Z of every sequence to the total, and its gradient to gl, gs."""
    total = 0.0
    for q in range(len(starts) - 1):
        a, b = starts[q], starts[q + 1]
        n = b - a
        if n == 0:
            continue
        e = np.zeros((n, 2))
        for i in range(n):
            for k in range(s_at[a + i], s_at[a + i + 1]):
                e[i, 1] += wl[signs[k]]
            if settled[a + i]:
                e[i, 1] = -1e9
            elif constrained and labels[a + i] >= 0:
                e[i, 1 - labels[a + i]] = -1e9
            elif labels[a + i] >= 0:
                e[i, 1 - labels[a + i]] += costs[a + i]
        t = np.zeros((n, 2, 2))
        for i in range(1, n):
            for turn in range(4):
                x = 0.0
                for k in range(t_at[4 * (a + i) + turn], t_at[4 * (a + i) + turn + 1]):
                    x += ws[steps[k]]
                # turn: keep (1->1), leave (1->0), enter (0->1), stay out (0->0)
                t[i, 1 if turn < 2 else 0, 1 if turn == 0 or turn == 2 else 0] = x
        f = np.empty((n, 2))
        f[0] = e[0]
        for i in range(1, n):
            for y in range(2):
                u, v = f[i - 1, 0] + t[i, 0, y], f[i - 1, 1] + t[i, 1, y]
                m = max(u, v)
                f[i, y] = e[i, y] + m + math.log(math.exp(u - m) + math.exp(v - m))
        m = max(f[n - 1, 0], f[n - 1, 1])
        z = m + math.log(math.exp(f[n - 1, 0] - m) + math.exp(f[n - 1, 1] - m))
        total += scale * z
        r = np.zeros((n, 2))
        for i in range(n - 2, -1, -1):
            for x in range(2):
                u = t[i + 1, x, 0] + e[i + 1, 0] + r[i + 1, 0]
                v = t[i + 1, x, 1] + e[i + 1, 1] + r[i + 1, 1]
                m = max(u, v)
                r[i, x] = m + math.log(math.exp(u - m) + math.exp(v - m))
        for i in range(n):
            p = scale * math.exp(f[i, 1] + r[i, 1] - z)
            if p != 0.0 and not settled[a + i]:
                for k in range(s_at[a + i], s_at[a + i + 1]):
                    gl[signs[k]] += p
            if i > 0:
                for x in range(2):
                    for y in range(2):
                        p = scale * math.exp(f[i - 1, x] + t[i, x, y] + e[i, y] + r[i, y] - z)
                        turn = (0 if y == 1 else 1) if x == 1 else (2 if y == 1 else 3)
                        for k in range(t_at[4 * (a + i) + turn], t_at[4 * (a + i) + turn + 1]):
                            gs[steps[k]] += p
    return total


@numba.njit(cache=True)
def viterbi(starts, signs, s_at, steps, t_at, settled, wl, ws):
    out = np.zeros(starts[-1], np.int8)
    for q in range(len(starts) - 1):
        a, b = starts[q], starts[q + 1]
        if a == b:
            continue
        back = np.zeros((b - a, 2), np.int8)
        s0, s1 = 0.0, 0.0
        for i in range(a, b):
            e = 0.0
            for k in range(s_at[i], s_at[i + 1]):
                e += wl[signs[k]]
            if settled[i]:
                e = -1e9
            t = np.zeros(4)
            if i > a:
                for turn in range(4):
                    for k in range(t_at[4 * i + turn], t_at[4 * i + turn + 1]):
                        t[turn] += ws[steps[k]]
            stay, enter, leave, outside = s1 + t[0], s0 + t[2], s1 + t[1], s0 + t[3]
            back[i - a, 1], back[i - a, 0] = stay >= enter, leave > outside
            s1, s0 = max(stay, enter) + e, max(leave, outside)
        y = 1 if s1 > s0 else 0
        for i in range(b - 1, a - 1, -1):
            out[i] = y
            y = back[i - a, y]
    return out


# Families that a page of another language or another dump may lack, or show otherwise: one in three pages of the fit
# does without each, so that no decision hangs on it alone.
OPTIONAL = ("language", "words", "indent", "indent-before", "siblings", "alone", "look", "gaps", "count")


class Lines:
    def __init__(self, pages, signs, names, cost):
        self.cost = cost
        self.families = [name.split("/")[0] for name in names["lines"]]
        # A long paragraph is never a reason against.
        lower = [0.0 if re.match("shape/(long|longer|longest)/", name) else None for name in names["lines"]]
        self.bounds = [(bound, None) for bound in lower] + [(None, None)] * len(names["steps"])
        self.sizes = len(names["lines"]), len(names["steps"])
        by_id = {row["id"]: row["units"] for row in signs}
        self.sequences = []
        for page in pages:
            units = by_id[page["id"]]
            units = [unit for unit in units if unit[2] != 3]
            labels, weights = unit_labels(page, units)
            self.sequences.append((page, units, labels, weights))

    def thinned(self, sequence):
        page, units, labels, weights = sequence
        rng = random.Random(page["id"])
        absent = {family for family in OPTIONAL if rng.random() < 1 / 3}
        kept = [[*unit[:3], [s for s in unit[3] if self.families[s] not in absent], unit[4]] for unit in units]
        return page, kept, labels, weights

    def pack(self, which, thin=False):
        chosen = [self.thinned(self.sequences[i]) if thin else self.sequences[i] for i in which]
        starts = np.cumsum([0] + [len(units) for _, units, _, _ in chosen])
        signs, s_at = flat([unit[3] for _, units, _, _ in chosen for unit in units])
        steps, t_at = flat([turn for _, units, _, _ in chosen for unit in units for turn in unit[4]])
        labels = np.array([y for *_, ys, _ in chosen for y in ys], np.int8)
        settled = np.array([unit[2] == 1 for _, units, _, _ in chosen for unit in units], np.bool_)
        weights = np.array([w for *_, ws in chosen for w in ws], np.int64)
        return starts, signs, s_at, steps, t_at, labels, settled, weights

    def fit(self, which, penalty):
        starts, signs, s_at, steps, t_at, labels, settled, weights = self.pack(which, thin=True)
        costs = self.cost * np.minimum(1.0, weights / 200)
        nl, ns = self.sizes

        def loss(w):
            gl, gs = np.zeros(nl), np.zeros(ns)
            wl, ws = w[:nl], w[nl:]
            args = (starts, signs, s_at, steps, t_at, labels, settled, costs, wl, ws, gl, gs)
            value = forward_backward(*args, False, 1.0) + forward_backward(*args, True, -1.0)
            return value + penalty * (w @ w) / 2, np.concatenate([gl, gs]) + penalty * w

        start, options = np.zeros(nl + ns), {"maxiter": 150}
        done = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=self.bounds, options=options)
        return done.x

    def predict(self, which, w):
        starts, signs, s_at, steps, t_at, labels, settled, weights = self.pack(which)
        nl, _ = self.sizes
        return viterbi(starts, signs, s_at, steps, t_at, settled, w[:nl], w[nl:]), labels, weights, starts


def f1(hit, got, want):
    p, r = hit / max(got, 1), hit / max(want, 1)
    return f"P {p:.4f} R {r:.4f} F1 {2 * p * r / max(p + r, 1e-9):.4f}"


def cross_validate_lines(model, pages, penalty):
    hit = got = want = 0
    for fold in range(5):
        train = [i for i, p in enumerate(pages) if fold_of(p) != fold]
        test = [i for i, p in enumerate(pages) if fold_of(p) == fold and not p.get("pure")]
        y, labels, weights, _ = model.predict(test, model.fit(train, penalty))
        hit += weights[(y == 1) & (labels == 1)].sum()
        got += weights[(y == 1) & (labels >= 0)].sum()
        want += weights[labels == 1].sum()
    print("cross-validated", f1(hit, got, want))


def fixed_heading_weights(names):
    """Weights that are set, because the pages of the fit do not show the phenomenon.

    Counted: of Arabic leads 1 % begin as paragraphs that go on do, of later paragraphs about 60 %, in the news looked
    at; so the log-likelihood ratio of a lead that opens, on a page where a share r of the later paragraphs goes on, is
    ln(0.99 / (1 - r)), and that of one that continues ln(0.01 / r).

    Judged, not counted: an acronym that is spelt out a second time in the same words begins a new text; a line with text
    of its own right under the heading of a list of links is the title of an article that a portal put there; a day or an
    author stands right under many headlines and under no title inside, whatever the words of a page of one institution
    have in common.
    """
    shares = {"0": None, "10": None, "20": 0.15, "30": 0.25, "45": 0.37, "60": 0.52, "more": 0.7}
    fixed = {}
    for index, name in enumerate(names):
        family, *values = name.split("/")
        if family == "lead-opens":
            share = shares[values[1]]
            opens, continues = (0.0, -1.0) if share is None else (math.log(0.99 / (1 - share)), math.log(0.01 / share))
            fixed[index] = opens if values[2] == "opens" else continues
        elif family == "redefined":
            fixed[index] = math.log(0.5 / 0.02)
        elif family == "under":
            fixed[index] = math.log(0.5 / 0.03)
        elif family == "dated":
            fixed[index] = math.log(0.5 / 0.00005)
    return fixed


class Headings:
    def __init__(self, pages, signs, names, balance):
        self.names = names["headings"]
        self.fixed = fixed_heading_weights(self.names)
        x, y, folds = [], [], []
        by_id = {row["id"]: row["candidates"] for row in signs}
        self.missed = 0
        for number, page in enumerate(pages):
            bounds = list(line_bounds(page["text"]))
            firsts = {bounds[a][0] for a, _ in page["articles"]}
            starts = {s: None for s, _ in bounds}
            indent = {b: len(page["text"].encode()[b:e]) - len(page["text"].encode()[b:e].lstrip()) for b, e in bounds}
            firsts = {b + indent[b] for b in firsts}
            seen = set()
            for (start, _), ids in by_id[page["id"]]:
                x.append(ids)
                y.append(start in firsts)
                seen.add(start)
                folds.append(page.get("fold", number % 5))
            self.missed += len(firsts - seen)
        self.signs, self.at = flat(x)
        self.y, self.folds = np.array(y, np.float64), np.array(folds)
        self.cost = np.where(self.y > 0, 1.0, balance)

    def scores(self, w):
        w = w.copy()
        for index, weight in self.fixed.items():
            w[index] = weight
        return np.add.reduceat(np.append(w[self.signs], 0.0), self.at[:-1])

    def fit(self, mask, penalty):
        owner = np.repeat(np.arange(len(self.y)), np.diff(self.at))

        def loss(w):
            z = self.scores(w)
            p = 1 / (1 + np.exp(-z))
            value = np.sum(((np.logaddexp(0, z) - self.y * z) * self.cost)[mask])
            d = np.where(mask, (p - self.y) * self.cost, 0.0)
            g = np.bincount(self.signs, weights=d[owner], minlength=len(w))
            g[list(self.fixed)] = 0.0
            return value + penalty * (w @ w) / 2, g + penalty * w

        w = minimize(loss, np.zeros(len(self.names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
        w[list(self.fixed)] = list(self.fixed.values())
        return w

    def cross_validate(self, penalty):
        hit = got = 0
        for fold in range(5):
            w = self.fit(self.folds != fold, penalty)
            yes = (self.scores(w) > 0) & (self.folds == fold)
            hit += (yes & (self.y > 0)).sum()
            got += yes.sum()
        print("cross-validated headlines", f1(hit, got, self.y.sum() + self.missed), "not candidates", self.missed)


def write(path, source, names, weights, least=0.03):
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# What each sign weighs; positive speaks for. Fitted, never edited: see `source`.\n\nsource = \"{source}\"\n\n[weights]\n")
        for name, weight in zip(names, weights):
            if abs(weight) >= least:
                out.write(f"\"{name}\" = {weight:.2f}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=["more", "lines", "join", "headings"])
    parser.add_argument("pages")
    parser.add_argument("signs", nargs="?")
    parser.add_argument("names", nargs="?")
    parser.add_argument("--out")
    parser.add_argument("--penalty", type=float, default=2.0)
    parser.add_argument("--cost", type=float, default=1.0, help="what a wrong line of 200 letters costs (softmax margin)")
    parser.add_argument("--balance", type=float, default=1.0, help="weight of a candidate that is no headline")
    args = parser.parse_args()
    if args.model in ("more", "join"):
        for page in {"more": more, "join": join}[args.model](rows(args.pages)):
            print(json.dumps(page, ensure_ascii=False))
        return
    pages, signs = rows(args.pages), rows(args.signs)
    with open(args.names, encoding="utf-8") as file:
        names = json.load(file)
    source = f"tests/accuracy/fit.py {args.model}, L2 {args.penalty}, {len(pages)} pages"
    if args.model == "headings":
        model = Headings(pages, signs, names, args.balance)
        if args.out:
            write(args.out, source, names["headings"], model.fit(np.ones(len(model.y), bool), args.penalty))
        else:
            model.cross_validate(args.penalty)
        return
    model = Lines(pages, signs, names, args.cost)
    if args.out:
        write(args.out, source, names["lines"] + names["steps"], model.fit(range(len(pages)), args.penalty))
    else:
        cross_validate_lines(model, pages, args.penalty)


if __name__ == "__main__":
    main()
