"""Makes press-style pages in Arabic, French and English, always the same ones.

`pages(n)` gives what a crawler would have stored: text and HTML with menus, lists of
other articles and events told in sentences; and, now and then, what breaks a pipeline
(`POISON`). Page 7 is the same page in every process, on every machine, in every
version of Python.

    python pages.py 10000 pages.parquet
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import Any

COLUMNS = ("page", "url", "retrieved", "content_type")


def grammar(text: str) -> dict[str, tuple[str, ...]]:
    """The phrases of each symbol; a line without indentation names the next one."""
    symbols: dict[str, tuple[str, ...]] = {}
    symbol = ""
    for line in text.strip().splitlines():
        if line.startswith(" "):
            symbols[symbol] += tuple(line.strip().split(" | "))
        else:
            symbol = line
            symbols[symbol] = ()
    return symbols


# A symbol is one of its phrases; `{theme}` in a phrase is a phrase of that symbol,
# `{Theme}` the same with a capital. Bodies and towns are real where they are great and
# known to all; every association is invented.
ARABIC = grammar(
    """
section
    الرئيسية | أخبار | ثقافة | بيئة | تعليم | مجتمع | اتصل بنا
months
    يناير | فبراير | مارس | أبريل | مايو | يونيو | يوليو | أغسطس | سبتمبر | أكتوبر
    نوفمبر | ديسمبر
known
    اليونسكو | الإيسيسكو | الألكسو | منظمة الصحة العالمية | جامعة الدول العربية
invented
    جمعية {name} {aim} | مؤسسة {name} {aim} | شبكة {name} {aim} | رابطة {name} {aim}
name
    النخلة البيضاء | ضفاف الغد | الواحة الخضراء | أنوار المدى | مرافئ الشمال
    سنابل الخير
aim
    للتنمية | للثقافة والفنون | للبيئة | للتراث | للتعليم والشباب | للمرأة الريفية
body
    {known} | {invented}
kind
    ورشة عمل | دورة تكوينية | ندوة علمية | مؤتمرا دوليا | لقاء تشاوريا | ملتقى وطنيا
    معرضا | اجتماعا تنسيقيا | يوما دراسيا
town
    الرباط | تونس | الجزائر | القاهرة | عمان | الدوحة | مسقط | فاس | صفاقس | وهران
theme
    {work} {matter} {where} | {work} {matter}
work
    حماية | تثمين | تدبير | رقمنة | توثيق | تطوير | دعم
matter
    التراث الثقافي | الموارد المائية | المكتبات المدرسية | الصناعات الإبداعية
    الواحات | المخطوطات
where
    في المنطقة العربية | في المدن العتيقة | بالوسط القروي | في زمن التحول الرقمي
headline
    {town} تحتضن {kind} حول {theme}
    {body} تنظم {kind} حول {theme}
    {n} مشاركا في {kind} حول {theme} بمدينة {town}
lead
    نظمت {body}، يوم {day} بمدينة {town}، {kind} حول {theme}، بالشراكة مع {partner}.
    تنظم {body} {kind} حول {theme} يوم {day} بمدينة {town}، بالتعاون مع {partner}.
sentence
    وقعت {body} و{partner} اتفاقية شراكة حول {theme} يوم {day} بمدينة {town}.
    وأطلقت {body} حملة وطنية حول {theme} بدعم من {partner}.
    وشارك في هذا اللقاء {n} خبيرا وباحثا يمثلون {few} دول.
    وأكد المشاركون أهمية {theme} وضرورة تعزيز التعاون بين الهيئات المعنية.
    ومن المقرر أن تعقد {body} اجتماعا حول {theme} يوم {day} في {town}.
    وقالت رئيسة {invented} إن {theme} مسؤولية مشتركة تتطلب عملا طويل النفس.
    وتضمن البرنامج {few} جلسات ناقشت {theme} و{theme}.
    كما افتتحت {body} معرضا للصور يستمر {few} أيام بمدينة {town}.
    وبلغت كلفة المشروع {n} ألف دولار، بتمويل من {known}.
    واختتمت فعاليات المهرجان الدولي لمدينة {town} يوم {day} بحضور {n} فنانا.
also
    اقرأ أيضا
share
    شارك هذا المقال | جميع الحقوق محفوظة
published
    نشر في {day}
"""
)

FRENCH = grammar(
    """
section
    Accueil | Actualités | Culture | Environnement | Éducation | Société | Contact
months
    janvier | février | mars | avril | mai | juin | juillet | août | septembre
    octobre | novembre | décembre
known
    l'UNESCO | l'ICESCO | l'ALECSO | l'Union européenne
    l'Organisation mondiale de la santé
invented
    l'association {name} {aim} | la fondation {name} {aim} | l'institut {name} {aim}
name
    Palmier blanc | Rives de demain | Oasis vive | Lueurs du large | Ports du Nord
    Épis d'or
aim
    pour le développement | pour la culture | pour l'environnement
    pour le patrimoine
body
    {known} | {invented}
kind
    un atelier | une session de formation | un colloque
    une conférence internationale | une réunion de coordination | un forum
    une exposition | une journée d'étude
town
    Rabat | Tunis | Alger | Paris | Dakar | Bruxelles | Genève | Fès | Sfax | Oran
theme
    {work} {matter} {where} | {work} {matter}
work
    la protection | la mise en valeur | la gestion | la numérisation | l'étude
    la rénovation
matter
    des bibliothèques | du patrimoine oral | des ressources en eau | des oasis
    des manuscrits
where
    en Méditerranée | dans les villes anciennes | en milieu rural
    à l'ère numérique
headline
    {town} accueille {kind} sur {theme} | {Body} organise {kind} sur {theme}
    {n} participants à {kind} sur {theme}
lead
    {Body} a organisé, le {day} à {town}, {kind} sur {theme}, en partenariat avec {partner}.
    {Body} organise {kind} sur {theme}, le {day} à {town}, avec l'appui de {partner}.
sentence
    {Body} et {partner} ont signé un accord de partenariat sur {theme}, le {day} à {town}.
    Par ailleurs, {body} a lancé une campagne sur {theme}, avec le soutien de {partner}.
    Cette rencontre a réuni {n} experts et chercheurs venus de {few} pays.
    Les participants ont souligné l'importance de {theme} et appelé à renforcer la coopération.
    {Body} tiendra une réunion sur {theme} le {day} à {town}.
    Pour la présidente de {invented}, {theme} est une tâche commune qui demande du temps.
    Le programme comprenait {few} séances consacrées à {theme} et à {theme}.
    {Body} a aussi inauguré une exposition de photographies qui durera {few} jours à {town}.
    Le projet a coûté {n} 000 euros, financés par {known}.
    Le Festival international de {town} s'est achevé le {day} en présence de {n} artistes.
also
    Lire aussi
share
    Partager cet article | Tous droits réservés
published
    Publié le {day}
"""
)

ENGLISH = grammar(
    """
section
    Home | News | Culture | Environment | Education | Society | Contact us
months
    January | February | March | April | May | June | July | August | September
    October | November | December
known
    UNESCO | ICESCO | ALECSO | the European Union | the World Health Organization
invented
    the {name} Association {aim} | the {name} Foundation {aim}
    the {name} Network {aim}
name
    White Palm | Tomorrow's Shores | Living Oasis | Open Sea Lights
    Northern Harbours
aim
    for Development | for Culture | for the Environment | for Heritage
    for Rural Women
body
    {known} | {invented}
kind
    a workshop | a training session | a symposium | an international conference
    a coordination meeting | a forum | an exhibition | a study day
town
    Rabat | Tunis | Algiers | London | Nairobi | Brussels | Geneva | Cairo | Amman
    Doha
theme
    {work} {matter} {where} | {work} {matter}
work
    protecting | managing | digitising | documenting | financing | teaching about
matter
    school libraries | oral heritage | water resources | oases | old manuscripts
    crafts
where
    in the Mediterranean | in historic towns | in rural areas | in a digital age
headline
    {town} hosts {kind} on {theme} | {Body} holds {kind} on {theme}
    {n} people attend {kind} on {theme} in {town}
lead
    {Body} organised {kind} on {theme} in {town} on {day}, in partnership with {partner}.
    {Body} will hold {kind} on {theme} in {town} on {day}, with support from {partner}.
sentence
    {Body} and {partner} signed a partnership agreement on {theme} in {town} on {day}.
    {Body} also launched a campaign on {theme}, supported by {partner}.
    The gathering brought together {n} experts and researchers from {few} countries.
    Participants stressed the importance of {theme} and called for closer cooperation.
    {Body} will hold a meeting on {theme} in {town} on {day}.
    The president of {invented} said that {theme} was a common task that takes time.
    The programme had {few} sessions on {theme} and on {theme}.
    {Body} also opened an exhibition of photographs in {town} that will last {few} days.
    The project cost {n},000 dollars, funded by {known}.
    The {town} International Festival closed on {day} with {n} artists.
also
    Read also
share
    Share this article | All rights reserved
published
    Published on {day}
"""
)

LANGUAGES = {"ar": ARABIC, "fr": FRENCH, "en": ENGLISH}

# What breaks pipelines, and how often: every so many pages, one is like that.
POISON = {
    "null": 97,  # no page was stored
    "day": 101,  # `retrieved` is no day
    "rubbish": 103,  # bytes of an image, said to be HTML
    "encoding": 89,  # windows-1256, with stray bytes of UTF-8 between
    "nested": 499,  # 20,000 elements in each other
    "line": 2503,  # two megabytes without a line break
}


class Page(dict[str, str]):
    """The phrases of one page: which one stands for a symbol, its number decides."""

    def __init__(self, number: int, grammar: dict[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._state = (number + 1) * 0x9E3779B97F4A7C15
        self._grammar = grammar
        self.published = date(2024, 1, 1) + timedelta(days=self.below(90))

    def below(self, end: int) -> int:
        """The next number of the row, from 0 to before `end` (Knuth's MMIX generator)."""
        self._state = (
            self._state * 6364136223846793005 + 1442695040888963407
        ) & 0xFFFFFFFFFFFFFFFF
        return (self._state >> 33) % end

    def __missing__(self, symbol: str) -> str:
        if symbol == "n":
            return str(20 + self.below(400))
        if symbol == "few":
            return str(3 + self.below(7))
        if symbol == "day":
            return self.day(self.published + timedelta(days=self.below(60) - 20))
        if symbol == "partner":
            return self["body"]
        if symbol[0].isupper():
            phrase = self[symbol.lower()]
            return phrase[0].upper() + phrase[1:]
        phrases = self._grammar[symbol]
        phrase = phrases[self.below(len(phrases))]
        return phrase.format_map(self) if "{" in phrase else phrase

    def day(self, day: date) -> str:
        """A day as it is written in the language of the page."""
        return f"{day.day} {self._grammar['months'][day.month - 1]} {day.year}"

    def say(self, symbol: str) -> str:
        """The first phrase of a symbol, with the day of the page."""
        return self._grammar[symbol][0].format(day=self.day(self.published))

    def paragraphs(self) -> list[str]:
        """What the article says: its lead, then five to eight paragraphs."""
        return [self["lead"]] + [
            " ".join(self["sentence"] for _ in range(2 + self.below(3)))
            for _ in range(5 + self.below(4))
        ]

    def text(self) -> str:
        """The page as a scraper dumps it."""
        menu, share = self._grammar["section"], self._grammar["share"]
        head = (*menu, "", self["headline"], self.say("published"), "")
        body = "\n\n".join(self.paragraphs())
        foot = ("", self.say("also"), *self.others(), "", *share, "")
        return "\n".join((*head, body, *foot))

    def html(self) -> str:
        """The page as a server sends it."""
        headline = escape(self["headline"])
        menu = "".join(
            f"<li><a href='/'>{each}</a>" for each in self._grammar["section"]
        )
        body = "\n".join(f"<p>{escape(each)}</p>" for each in self.paragraphs())
        others = "".join(
            f"<li><a href='#'>{escape(each)}</a>" for each in self.others()
        )
        share, rights = self._grammar["share"]
        return f"""<!DOCTYPE html><html><head><title>{headline}</title>
<meta property="article:published_time" content="{self.published}"></head>
<body><nav><ul>{menu}</ul></nav>
<article><h1>{headline}</h1><p class="date">{self.say("published")}</p>
{body}
<div class="share">{share}</div></article>
<aside><h2>{self.say("also")}</h2><ul>{others}</ul></aside>
<footer>{rights}</footer></body></html>
"""

    def others(self) -> list[str]:
        """Headlines of other articles."""
        return [self["headline"] for _ in range(4)]


def page(number: int) -> dict[str, Any]:
    """One page under `COLUMNS`; `page` is bytes, or None."""
    language = ("ar", "fr", "en")[number % 3]
    made = Page(number, LANGUAGES[language])
    is_html = number % 2 == 1
    row = {
        "page": (made.html() if is_html else made.text()).encode(),
        "url": f"https://news.example/{language}/{number}",
        "retrieved": str(made.published + timedelta(days=1)),
        "content_type": f"text/{'html' if is_html else 'plain'}; charset=utf-8",
    }
    for kind, every in POISON.items():
        if number % every == every - 1:
            row |= poisoned(kind, made)
    return row


def poisoned(kind: str, made: Page) -> dict[str, Any]:
    """What differs from a good page when it is of this kind of `POISON`."""
    match kind:
        case "null":
            return {"page": None}
        case "day":
            return {"retrieved": "2024-02-31"}
        case "rubbish":
            rubbish = b"\x89PNG\r\n\x1a\n" + bytes(made.below(256) for _ in range(2000))
            return {"page": rubbish, "content_type": "text/html"}
        case "encoding":
            text = made.text().encode("cp1256", "replace") + "é".encode()
            return {"page": text, "content_type": "text/plain; charset=windows-1256"}
        case "nested":
            html = "<div>" * 20_000 + escape(made["lead"]) + "</div>" * 20_000
            return {"page": html.encode(), "content_type": "text/html"}
        case _:
            line = " ".join(made.paragraphs())
            return {"page": (line + " ").encode() * (2_000_000 // len(line.encode()))}


def pages(n: int, start: int = 0) -> Iterator[dict[str, Any]]:
    """`n` pages from number `start` on."""
    return map(page, range(start, start + n))


def write(n: int, path: str) -> None:
    """Writes `n` pages as Parquet, a thousand a row group."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {"page": pa.binary()} | dict.fromkeys(COLUMNS[1:], pa.string())
    schema = pa.schema(columns)
    with pq.ParquetWriter(path, schema) as writer:
        for start in range(0, n, 1000):
            rows = list(pages(min(1000, n - start), start))
            writer.write_table(pa.Table.from_pylist(rows, schema))


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
