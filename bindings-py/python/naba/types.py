"""The types of a record. Generated from core/schema/record.schema.json by `make generate`: do not edit."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from naba._views import EventViews, RecordViews, Struct, place_events

__all__ = [
    "Article",
    "AttendanceMode",
    "Author",
    "Award",
    "Certainty",
    "Comparator",
    "DateModifier",
    "Dateline",
    "Event",
    "EventLocation",
    "EventStatus",
    "EventType",
    "Evidence",
    "Format",
    "Label",
    "Link",
    "Mention",
    "MentionForm",
    "MentionType",
    "MonetaryAmount",
    "NamedOrganization",
    "NamedPerson",
    "NamedPlace",
    "Network",
    "NetworkLink",
    "NetworkNode",
    "NetworkRole",
    "Organization",
    "OrganizationType",
    "PageValue",
    "ParticipantRole",
    "Participation",
    "Person",
    "Place",
    "PlaceBasis",
    "Positions",
    "Quantity",
    "Record",
    "Role",
    "RuleId",
    "Salience",
    "Segment",
    "SharedEvent",
    "Span",
    "Temporal",
    "TemporalBasis",
    "Text",
    "TimelineEntry",
    "TimelinePage",
    "Translation",
    "ValueSource",
    "Warning",
    "WarningCode",
    "WebPage",
    "Weekday",
]

Positions: TypeAlias = Literal[
    "utf-8",  # Bytes of UTF-8: Rust.
    "utf-16",  # Code units of UTF-16: JavaScript.
    "utf-32",  # Code points: Python.
]
"""The unit that spans count in."""

Format: TypeAlias = Literal[
    "text",  # Plain text.
    "html",  # HTML.
]
"""What a page was given as."""


class WebPage(Struct, frozen=True, kw_only=True):
    """What a page of HTML says about itself in its markup."""

    name: str | None = None
    """Its title: the line that shows it, else what the markup says."""

    in_language: str | None = None
    """BCP-47 tag of the language it is said to be in."""

    direction: str | None = None
    """`ltr` or `rtl`, when it is said."""

    url: str | None = None
    """The address it wants to be known under."""

    site_name: str | None = None
    """The name of the site."""

    image: str | None = None
    """The address of its picture."""

    description: str | None = None
    """Its summary."""

    work_translation: tuple[Translation, ...]
    """The same page in other languages (`hreflang`)."""

    feeds: tuple[str, ...]
    """Addresses of feeds (RSS, Atom)."""

    values: tuple[PageValue, ...]
    """Everything else it says, and each of the above again with its source; the most believed first."""


class Translation(Struct, frozen=True, kw_only=True):
    """Another version of a page: the same text in another language."""

    in_language: str
    """BCP-47 tag, or `x-default`."""

    url: str
    """Its address as written."""


class PageValue(Struct, frozen=True, kw_only=True):
    """One value, as it stands in the markup."""

    name: str
    """What it is the value of, in the words of schema.org: `headline`, `datePublished`."""

    value: str
    """The value, without white space around it."""

    source: ValueSource
    """Where it was found."""


ValueSource: TypeAlias = Literal[
    "json-ld",  # JSON-LD with the words of schema.org.
    "open-graph",  # Open Graph (`og:title`, `article:published_time`).
    "microdata",  # Microdata (`itemprop`).
    "dublin-core",  # Dublin Core (`dc.date`, `dcterms.title`).
    "twitter",  # Cards of Twitter (`twitter:title`).
    "meta",  # Any other `<meta>`.
    "link",  # `<link rel>`.
    "time",  # `<time datetime>`.
    "html",  # `<title>`, or an attribute of `<html>`.
    "url",  # The address of the page.
]
"""Where in the markup a value was found. When several disagree, the one further up this list is believed."""


class Segment(Struct, frozen=True, kw_only=True):
    """A labelled stretch of the page. The segments of a record tile its text."""

    span: Span
    """Where it stands, line ends included."""

    label: Label
    """What it is."""

    article: int | None = None
    """The index of its article in `Record.articles`."""

    rule: RuleId
    """The rule that says so."""


Span: TypeAlias = tuple[int, int]
"""A half-open range `[start, end]` of `text`, in the unit that `positions` names."""

Label: TypeAlias = Literal[
    "headline",  # Kept: the title of an article.
    "dateline",  # Kept: a line that only says where and when a text was filed.
    "date",  # Kept: a line that only says when an article was published.
    "byline",  # Kept: who wrote it.
    "body",  # Kept: a paragraph.
    "subheading",  # Kept: a title inside an article.
    "listItem",  # Kept: an item of a list inside an article.
    "quote",  # Kept: a paragraph that quotes somebody from end to end.
    "caption",  # Kept: the words under a picture.
    "source",  # Read, not in the body: where the page took the text from.
    "keywords",  # Read, not in the body: key words or tags.
    "blank",  # Removed: white space.
    "disclaimer",  # Removed: a legal or technical notice about the page.
    "survey",  # Removed: questions to the visitor.
    "navigation",  # Removed: menus, breadcrumbs, buttons.
    "related",  # Removed: links to other articles, and their heading.
    "share",  # Removed: share buttons and counters.
    "promotion",  # Removed: newsletters, apps, channels to follow.
    "advertisement",  # Removed: advertisements and their labels.
    "comments",  # Removed: comments of readers, and their form.
    "paywall",  # Removed: what asks to pay or to log in.
    "copyright",  # Removed: rights.
    "contact",  # Removed: addresses, telephone numbers.
    "boilerplate",  # Removed: anything else that is not the article.
]
"""What a stretch of the page is."""

RuleId: TypeAlias = str
"""The path of the line of data, or the name of the mechanism, that decided: `fr/boilerplate/share-bar`.

Cheap to clone: the text is shared.
"""


class Article(Struct, frozen=True, kw_only=True):
    """One article of the page."""

    id: str
    """`article-1`, counted down the page."""

    span: Span
    """All that belongs to it, source and keywords lines included."""

    headline: Text | None = None
    """The title."""

    alternative_headline: Text | None = None
    """A second title."""

    in_language: str
    """BCP-47 tag of its language; `und` when it cannot be told."""

    date_published: Temporal | None = None
    """The day of publication as the page states it."""

    date_modified: Temporal | None = None
    """The day of the last change as the page states it."""

    dateline: Dateline | None = None
    """Where and when it was filed."""

    author: tuple[Author, ...]
    """Who wrote it."""

    publisher: str | None = None
    """The id of the organisation that issued the text."""

    source_organization: str | None = None
    """The id of the organisation this page says it took the text from."""

    keywords: tuple[str, ...]
    """Key words or tags."""

    related_link: tuple[Link, ...]
    """Links to other articles that stand with this one."""

    url: str | None = None
    """Its own address, when the page says one: where a listing leads to, or the canonical address."""

    image: str | None = None
    """The address of its picture."""

    description: str | None = None
    """The summary that the markup gives."""

    article_body: str
    """Clean paragraphs with a blank line between them."""

    about: tuple[str, ...]
    """Ids of all its events, the main one first."""

    mentions: tuple[Mention, ...]
    """Names and values in the order of the text."""

    fingerprint: str
    """64-bit SimHash of the folded body in hexadecimal: near-equal texts differ in few bits."""


class Text(Struct, frozen=True, kw_only=True):
    """Words of the page with their place."""

    text: str
    """The words."""

    span: Span
    """Where they stand."""


class Temporal(Struct, frozen=True, kw_only=True):
    """A date, a month, a year or an interval, with the words that state it."""

    edtf: str | None = None
    """The value in EDTF (ISO 8601-2:2019); unknown digits are `X`. Absent when only a length or a rhythm is stated."""

    from_: str | None = msgspec.field(name="from", default=None)
    """First day, `YYYY-MM-DD`."""

    to: str | None = None
    """Last day, inclusive, `YYYY-MM-DD`."""

    basis: TemporalBasis
    """Where the value comes from."""

    calendar: str | None = None
    """The CLDR name of the calendar the date was written in, when it is not Gregorian."""

    modifier: DateModifier | None = None
    """How vague the words are; `from` and `to` stay those of the whole month or year that is named."""

    weekday: Weekday | None = None
    """The stated day of the week."""

    time: str | None = None
    """Clock time, `HH:MM` or `HH:MM:SS`."""

    time_zone: str | None = None
    """Time zone as stated, as an IANA name or an offset."""

    duration: str | None = None
    """A length of time, ISO 8601: `P3D`."""

    repeat_frequency: str | None = None
    """How often it comes again, ISO 8601: `P1W` for "every Friday", `P1Y` for a day of every year."""

    alternatives: tuple[str, ...] | None = None
    """Other readings, in EDTF: day and month the other way round, the day that a Hijri date beside it falls on."""

    exact: str
    """The words on the page."""

    span: Span
    """Where they stand."""

    evidence: Evidence
    """What found them."""


TemporalBasis: TypeAlias = Literal[
    "stated",  # The page writes it out.
    "relative",  # The page states it relative to a day that is known ("yesterday").
    "computed",  # It follows from other statements (a start and a duration).
    "unresolved",  # It cannot be fixed; `edtf` shows what is unspecified.
]
"""Where the value of a `Temporal` comes from."""

DateModifier: TypeAlias = Literal[
    "start",  # Its beginning.
    "mid",  # Its middle.
    "end",  # Its end.
    "approximate",  # About then.
]
"""What words such as "early" or "about" add to a date."""


class Weekday(Struct, frozen=True, kw_only=True):
    """The day of the week that a page states beside a date."""

    stated: str
    """The word on the page."""

    agrees: bool
    """Whether the calendar agrees."""


class Evidence(Struct, frozen=True, kw_only=True):
    """The evidence of one value."""

    rule: RuleId
    """The rule that found it."""

    span: Span
    """Where it was read."""

    certainty: Certainty
    """How sure the rule is."""


Certainty: TypeAlias = Literal[
    "registry",  # Found in the registry of reviewed facts.
    "pattern",  # A pattern whose words leave no doubt.
    "heuristic",  # Several signs agree.
    "inferred",  # Follows from something else that was found.
]
"""How a value came to be known, strongest first. Words in an order, not a made-up probability."""


class Dateline(Struct, frozen=True, kw_only=True):
    """ "RABAT, 12 May (MAP) -": where and when a text was filed, and by which agency."""

    place: str | None = None
    """The place as written."""

    date: Temporal | None = None
    """The day."""

    agency: str | None = None
    """The agency as written."""

    span: Span
    """Where it stands."""


class Author(Struct, frozen=True, kw_only=True):
    """A named author of an article."""

    name: str
    """The name as written."""

    span: Span
    """Where it stands."""


class Link(Struct, frozen=True, kw_only=True):
    """A link to another page, as far as the text shows it."""

    text: str
    """The words of the link."""

    url: str | None = None
    """Its address, when the page shows one."""


class Mention(Struct, frozen=True, kw_only=True):
    """One place in an article where an entity or a value is named."""

    type: MentionType
    """What kind of thing it is."""

    span: Span
    """Where it stands, without one-letter proclitics."""

    exact: str
    """What stands there."""

    id: str | None = None
    """The entity of the record that it names."""

    temporal: Temporal | None = None
    """The value of a date."""

    quantity: Quantity | None = None
    """The number of a quantity or of a sum."""

    amount: MonetaryAmount | None = None
    """The sum, with its currency."""

    core: Span | None = None
    """The span without a trailing place ("in Rabat")."""

    form: MentionForm | None = None
    """How it refers to its entity."""

    clitic: str | None = None
    """The proclitic written before it, or fused into it."""

    evidence: Evidence
    """What found it."""


MentionType: TypeAlias = Literal[
    "organization",  # A body with a name.
    "person",  # A person with a name.
    "place",  # A place with a name.
    "date",  # A date or an interval.
    "quantity",  # A number of something.
    "money",  # A sum of money.
]
"""What kind of thing a `Mention` names."""


class Quantity(Struct, frozen=True, kw_only=True):
    """A number of something."""

    value: float | None = None
    """The number."""

    comparator: Comparator
    """How it compares."""

    unit_text: str | None = None
    """The unit as written."""

    counts: str | None = None
    """What it counts."""

    span: Span
    """Where it stands."""

    exact: str
    """What stands there."""

    evidence: Evidence
    """What found it."""


Comparator: TypeAlias = Literal[
    "eq",  # Exactly.
    "atLeast",  # "More than", "at least".
    "atMost",  # "Up to", "less than".
    "about",  # "About".
    "many",  # No number: "thousands", "many".
]
"""How a stated number compares with the real one."""


class MonetaryAmount(Struct, frozen=True, kw_only=True):
    """A sum of money."""

    value: float
    """The sum."""

    currency: str
    """ISO 4217 code."""


MentionForm: TypeAlias = Literal[
    "full",  # The full name.
    "short",  # A shortened name.
    "acronym",  # An acronym.
    "variant",  # Another order or spelling of the name.
    "nominal",  # A description: "the Organisation".
    "role",  # An office that stands for a body: "the minister of culture".
]
"""How a mention refers to its entity."""


class Event(EventViews, frozen=True, kw_only=True):
    """Something that happened, happens or will happen."""

    id: str
    """Its id in this record."""

    type: EventType
    """What kind of happening it is."""

    name: str | None = None
    """Its name."""

    theme: str | None = None
    """Its motto or subject."""

    edition: int | None = None
    """The number of the edition."""

    start_date: Temporal | None = None
    """When it begins."""

    end_date: Temporal | None = None
    """When it ends, when that is another day."""

    duration: str | None = None
    """How long it lasts, ISO 8601."""

    event_status: EventStatus
    """Whether it took place."""

    attendance_mode: AttendanceMode | None = None
    """How one can take part."""

    location: EventLocation | None = None
    """Where it takes place."""

    organizer: tuple[str, ...]
    """Ids of the organisations that hold it."""

    host: tuple[str, ...]
    """Ids of those on whose premises it is held."""

    partner: tuple[str, ...]
    """Ids of those who hold it with them."""

    funder: tuple[str, ...]
    """Ids of those who pay."""

    supervisor: tuple[str, ...]
    """Ids of those who supervise."""

    patron: tuple[str, ...]
    """Under whose patronage."""

    party: tuple[str, ...]
    """Ids of the parties of an agreement or meeting."""

    participants: tuple[Participation, ...]
    """Who took part, and as what."""

    participating_countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes."""

    quantities: tuple[Quantity, ...]
    """Numbers that belong to it."""

    awards: tuple[Award, ...]
    """Prizes given."""

    outcome: str | None = None
    """What came of it."""

    super_event: str | None = None
    """The id of the event it is part of."""

    salience: Salience
    """How it stands to the article."""

    span: Span
    """The sentence that says it."""

    evidence: Evidence
    """What found it."""


EventType: TypeAlias = Literal[
    "meeting",  # People or bodies meet.
    "visit",  # Somebody visits.
    "workshop",  # Workshop.
    "training",  # Training course or camp.
    "conference",  # Conference or congress.
    "seminar",  # Seminar, panel, lecture, webinar.
    "forum",  # Forum.
    "summit",  # Summit.
    "session",  # Numbered session of an organ.
    "exhibition",  # Exhibition or fair.
    "festival",  # Festival.
    "competition",  # Competition.
    "awardCeremony",  # Prizes are given.
    "inauguration",  # Something is opened.
    "launch",  # Something is launched.
    "agreementSigning",  # An agreement is signed.
    "agreement",  # An agreement in force.
    "accession",  # A body or state joins another.
    "statement",  # A body takes a stand.
    "vote",  # A vote is held.
    "observance",  # An international or national day.
    "celebration",  # Celebration or anniversary.
    "appointment",  # Appointment or election of a person.
    "publication",  # Publication of a work.
    "call",  # Call for applications.
    "holiday",  # Holiday or closure.
    "speech",  # Speech.
    "other",  # Anything else.
]
"""What kind of happening an event is."""

EventStatus: TypeAlias = Literal[
    "held",  # It is over.
    "ongoing",  # It has begun.
    "planned",  # It is to come.
    "recurring",  # It comes back.
    "cancelled",  # It will not take place.
    "postponed",  # It was moved.
]
"""Whether and when an event takes place."""

AttendanceMode: TypeAlias = Literal[
    "offline",  # On the spot.
    "online",  # By network.
    "mixed",  # Both.
]
"""How one can take part."""


class EventLocation(Struct, frozen=True, kw_only=True):
    """Where an event takes place."""

    venue: str | None = None
    """A building or site."""

    city: str | None = None
    """A city, in the language of the page."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code."""

    basis: PlaceBasis
    """How it is known."""


PlaceBasis: TypeAlias = Literal[
    "stated",  # Named outright.
    "demonym",  # By an adjective or the name of a people.
    "fromCity",  # The country follows from the city.
    "organizationSeat",  # The seat of an organisation.
    "context",  # The surrounding sentences.
]
"""How the country or city of a place is known."""


class Participation(Struct, frozen=True, kw_only=True):
    """Somebody who took part, and as what."""

    person: str | None = None
    """The id of a person."""

    organization: str | None = None
    """The id of an organisation."""

    as_: ParticipantRole = msgspec.field(name="as")
    """What they did."""


ParticipantRole: TypeAlias = Literal[
    "speaker",  # Spoke.
    "openingSpeaker",  # Opened it.
    "chair",  # Presided.
    "signatory",  # Signed.
    "headOfDelegation",  # Led a delegation.
    "trainer",  # Trained or taught.
    "moderator",  # Led a discussion.
    "supervisor",  # Supervised it.
    "patron",  # Lent their name to it.
    "performer",  # Performed.
    "recipient",  # Received a prize or an honour.
    "appointee",  # Was appointed or elected.
    "party",  # Was one of the sides that met or agreed.
    "attendee",  # Was there.
]
"""What somebody did at an event."""


class Award(Struct, frozen=True, kw_only=True):
    """A prize that somebody won."""

    position: int | None = None
    """The rank, 1 for the first."""

    tie: bool
    """Whether the rank is shared."""

    amount: MonetaryAmount | None = None
    """The money that goes with it."""

    recipient: str
    """Who won it."""

    recipient_country: str | None = None
    """ISO 3166-1 alpha-2 code of the winner's country."""

    work: str | None = None
    """What it was won with."""

    honorary: bool
    """A mention of honour, without a rank."""

    span: Span
    """Where it stands."""

    exact: str
    """What stands there."""

    evidence: Evidence
    """What found it."""


Salience: TypeAlias = Literal[
    "main",  # The article is about it.
    "announced",  # The article announces it.
    "background",  # The article mentions it.
]
"""How an event stands to its article."""


class Organization(Struct, frozen=True, kw_only=True):
    """An organisation named on the page: one entity under all its names."""

    id: str
    """The id in this record; the registry's own when `linked`."""

    name: str
    """Its name as the page writes it."""

    names: dict[str, tuple[str, ...]]
    """Names by BCP-47 tag."""

    acronyms: dict[str, tuple[str, ...]]
    """Acronyms by BCP-47 tag."""

    type: OrganizationType
    """What kind of body it is."""

    parent_organization: str | None = None
    """The id of the organisation it belongs to."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code."""

    same_as: tuple[str, ...]
    """Addresses of the same body in public registers (Wikidata, ROR)."""

    linked: bool
    """Whether it was found in the registry."""

    reconstructed: bool
    """Whether it is known only through an office (a ministry through its minister)."""


OrganizationType: TypeAlias = Literal[
    "igo",  # Inter-governmental organisation.
    "igoOrgan",  # Organ of an inter-governmental organisation.
    "government",  # Government, presidency, cabinet.
    "ministry",  # Ministry or department of state.
    "parliament",  # Parliament or one of its houses.
    "court",  # Court of law.
    "embassy",  # Embassy, consulate, permanent delegation.
    "nationalCommission",  # National commission for an inter-governmental organisation.
    "publicBody",  # Agency, authority, council of the state.
    "localGovernment",  # Municipality, province, region.
    "university",  # University, faculty, academy.
    "school",  # School.
    "research",  # Institute or centre of research.
    "chair",  # University chair.
    "foundation",  # Foundation, fund, endowment.
    "association",  # Association, society, league of persons.
    "network",  # Network, federation, alliance.
    "company",  # Company, bank, group.
    "media",  # News agency, newspaper, channel, portal.
    "museum",  # Museum, library, house of culture.
    "hospital",  # Hospital.
    "unit",  # Part of another organisation.
    "programme",  # Programme, initiative, project.
    "committee",  # Committee, jury.
    "movement",  # Movement.
    "other",  # Anything else.
]
"""What kind of body an organisation is."""


class Person(Struct, frozen=True, kw_only=True):
    """A person named on the page."""

    id: str
    """The id in this record."""

    name: str
    """The name without honorifics."""

    names: dict[str, tuple[str, ...]]
    """Names by BCP-47 tag."""

    honorific_prefix: str | None = None
    """The title as written."""

    honorific: str | None = None
    """The title in its normal form."""

    roles: tuple[Role, ...]
    """Offices held."""


class Role(Struct, frozen=True, kw_only=True):
    """An office somebody holds."""

    role_name: str
    """The office as written."""

    organization: str | None = None
    """The id of the organisation it is held in."""


class Place(Struct, frozen=True, kw_only=True):
    """A place named on the page."""

    id: str
    """Its id in this record."""

    name: str
    """Its name as the page writes it; a country known by an adjective has its name in the language of the page."""

    names: dict[str, tuple[str, ...]]
    """Names by BCP-47 tag."""

    venue: str | None = None
    """A building or site."""

    city: str | None = None
    """A city, in the language of the page."""

    region: str | None = None
    """What is neither a city nor a country: a province, a continent, a group of countries, a sea, mountains."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code."""

    basis: PlaceBasis
    """How it is known."""


class Warning(Struct, frozen=True, kw_only=True):
    """A doubt about the page or the reading of it."""

    code: WarningCode
    """What kind of doubt."""

    span: Span | None = None
    """Where on the page."""

    message: str
    """The doubt in a sentence."""


WarningCode: TypeAlias = Literal[
    "weekdayMismatch",  # A stated weekday is not that of its date.
    "calendarMismatch",  # A Hijri date and the Gregorian date beside it are more than a day apart.
    "countMismatch",  # A stated number is not that of the list beside it.
    "rankMismatch",  # The ranks of prizes do not follow one another, or one is given twice without a tie.
    "dateOrder",  # An event that is announced lies before the article, or one that was held after it.
    "dateUnresolved",  # A date cannot be fixed.
    "headlineMissing",  # An article has no headline on the page.
    "inlinedArticle",  # An article stands in the middle of a list of links.
    "duplicateOfLink",  # A link repeats the headline of an article of the same page.
    "noArticle",  # The page holds no article.
    "damagedText",  # The text holds characters that no text should (NUL, other controls, U+FFFD).
]
"""What kind of doubt a warning is about."""


class NamedOrganization(Struct, frozen=True, kw_only=True):
    """An entity of a text that is read alone, with its mentions."""

    id: str
    """The id in this record; the registry's own when `linked`."""

    name: str
    """Its name as the page writes it."""

    names: dict[str, tuple[str, ...]]
    """Names by BCP-47 tag."""

    acronyms: dict[str, tuple[str, ...]]
    """Acronyms by BCP-47 tag."""

    type: OrganizationType
    """What kind of body it is."""

    parent_organization: str | None = None
    """The id of the organisation it belongs to."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code."""

    same_as: tuple[str, ...]
    """Addresses of the same body in public registers (Wikidata, ROR)."""

    linked: bool
    """Whether it was found in the registry."""

    reconstructed: bool
    """Whether it is known only through an office (a ministry through its minister)."""

    mentions: tuple[Mention, ...]
    """Where."""


class NamedPerson(Struct, frozen=True, kw_only=True):
    """An entity of a text that is read alone, with its mentions."""

    id: str
    """The id in this record."""

    name: str
    """The name without honorifics."""

    names: dict[str, tuple[str, ...]]
    """Names by BCP-47 tag."""

    honorific_prefix: str | None = None
    """The title as written."""

    honorific: str | None = None
    """The title in its normal form."""

    roles: tuple[Role, ...]
    """Offices held."""

    mentions: tuple[Mention, ...]
    """Where."""


class NamedPlace(Struct, frozen=True, kw_only=True):
    """An entity of a text that is read alone, with its mentions."""

    id: str
    """Its id in this record."""

    name: str
    """Its name as the page writes it; a country known by an adjective has its name in the language of the page."""

    names: dict[str, tuple[str, ...]]
    """Names by BCP-47 tag."""

    venue: str | None = None
    """A building or site."""

    city: str | None = None
    """A city, in the language of the page."""

    region: str | None = None
    """What is neither a city nor a country: a province, a continent, a group of countries, a sea, mountains."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code."""

    basis: PlaceBasis
    """How it is known."""

    mentions: tuple[Mention, ...]
    """Where."""


class Network(Struct, frozen=True, kw_only=True):
    """Organisations of many records, and what they do together."""

    nodes: tuple[NetworkNode, ...]
    """The organisations, in the order in which they are named."""

    links: tuple[NetworkLink, ...]
    """Their links, in the order of their nodes."""


class NetworkNode(Struct, frozen=True, kw_only=True):
    """An organisation of many records, under all its names."""

    id: str
    """The registry's id when `linked`; else made of its name and country, so that the same records always give the same."""

    name: str
    """The name that most records give it."""

    names: dict[str, tuple[str, ...]]
    """Names by BCP-47 tag."""

    acronyms: dict[str, tuple[str, ...]]
    """Acronyms by BCP-47 tag."""

    type: OrganizationType
    """What kind of body it is."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code."""

    same_as: tuple[str, ...]
    """Addresses of the same body in public registers (Wikidata, ROR)."""

    linked: bool
    """Whether it was found in the registry."""

    records: tuple[int, ...]
    """The records that name it, by their place among those given."""

    mentions: int
    """How often their articles name it."""


class NetworkLink(Struct, frozen=True, kw_only=True):
    """Two organisations that do something together."""

    source: str
    """The id of the one that is named first."""

    target: str
    """The id of the other."""

    weight: int
    """How many events they have in common; what several pages tell is one."""

    events: tuple[SharedEvent, ...]
    """These events, page by page."""


class SharedEvent(Struct, frozen=True, kw_only=True):
    """An event that two organisations have to do with, as one record tells it."""

    record: int
    """The place of the record among those given."""

    event: str
    """The id of the event in that record."""

    source_roles: tuple[NetworkRole, ...]
    """What `source` has to do with it."""

    target_roles: tuple[NetworkRole, ...]
    """What `target` has to do with it."""


NetworkRole: TypeAlias = Literal[
    "organizer",  # Holds it.
    "host",  # Has it on its premises.
    "partner",  # Holds it with the organisers.
    "funder",  # Pays.
    "supervisor",  # Supervises it.
    "patron",  # Lends its name to it.
    "party",  # Is a side of an agreement or a meeting.
    "participant",  # Takes part, by itself or by one of its people.
]
"""What an organisation has to do with an event."""


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """An event with its days, and all pages that tell of it.

    What only one page can say is that of the page which tells most: of which it is the subject, then which gives it a
    name; then the first.
    """

    record: int
    """The place of its record among those given."""

    event: str
    """The id of the event in that record."""

    type: EventType
    """What kind of happening it is."""

    title: str
    """Its name, its subject, or its kind and who holds it."""

    first_day: str
    """The first day, `YYYY-MM-DD`."""

    last_day: str
    """The last day that a page gives, `YYYY-MM-DD`."""

    city: str | None = None
    """A city, in the language of the page."""

    country: str | None = None
    """ISO 3166-1 alpha-2 code."""

    organizer: tuple[str, ...]
    """Names of those who hold it."""

    party: tuple[str, ...]
    """Names of the sides that meet or agree."""

    event_status: EventStatus
    """Whether it took place: cancelled or moved when a page says so, else the latest that one says."""

    salience: Salience
    """How it stands to the article that tells most of it."""

    url: str | None = None
    """The address of that page."""

    pages: tuple[TimelinePage, ...]
    """All pages that tell of it, in the order of the records."""


class TimelinePage(Struct, frozen=True, kw_only=True):
    """A page that tells of an event."""

    record: int
    """The place of its record among those given."""

    event: str
    """The id of the event in that record."""

    title: str
    """What the page calls it."""

    in_language: str
    """BCP-47 tag of the language of the article."""

    url: str | None = None
    """The address of the page."""


class RecordParts(Struct, frozen=True, kw_only=True):
    """What a record decodes to."""

    text: str
    positions: Positions
    format: Format
    url: str | None = None
    retrieved: str | None = None
    in_language: tuple[str, ...]
    page: WebPage | None = None
    segments: tuple[Segment, ...]
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    organizations: tuple[Organization, ...]
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    warnings: tuple[Warning, ...]

    def __post_init__(self) -> None:
        place_events(self)


class Record(RecordViews):
    """All that one page yields."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The page as text: the input itself, or the visible text of an HTML page."""
        return self.parts.text

    @property
    def positions(self) -> Positions:
        """The unit of every span."""
        return self.parts.positions

    @property
    def format(self) -> Format:
        """What the page was given as."""
        return self.parts.format

    @property
    def url(self) -> str | None:
        """The address of the page, as given."""
        return self.parts.url

    @property
    def retrieved(self) -> str | None:
        """The day the page was fetched, as given."""
        return self.parts.retrieved

    @property
    def in_language(self) -> tuple[str, ...]:
        """BCP-47 tags of its languages, the one with most text first."""
        return self.parts.in_language

    @property
    def page(self) -> WebPage | None:
        """What a page of HTML says about itself in its markup."""
        return self.parts.page

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Labelled stretches that tile `text`."""
        return self.parts.segments

    @property
    def articles(self) -> tuple[Article, ...]:
        """Articles, down the page."""
        return self.parts.articles

    @property
    def events(self) -> tuple[Event, ...]:
        """Events."""
        return self.parts.events

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Organisations."""
        return self.parts.organizations

    @property
    def people(self) -> tuple[Person, ...]:
        """People."""
        return self.parts.people

    @property
    def places(self) -> tuple[Place, ...]:
        """Places."""
        return self.parts.places

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """Doubts."""
        return self.parts.warnings
