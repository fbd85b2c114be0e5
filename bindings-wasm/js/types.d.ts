// The types of a record, and of data of one's own. Generated from core/schema by `make generate`: do not edit.

/** All that one page yields. */
export interface Record {
  /** The page as text: the input itself, or the visible text of an HTML page. */
  text: string;
  /** The unit of every span. */
  positions: Positions;
  /** What the page was given as. */
  format: Format;
  /** The address of the page, as given. */
  url?: string;
  /** The day the page was fetched, as given. */
  retrieved?: string;
  /** BCP-47 tags of its languages, the one with most text first. */
  inLanguage: string[];
  /** What a page of HTML says about itself in its markup. */
  page?: WebPage;
  /** Labelled stretches that tile `text`. */
  segments: Segment[];
  /** Articles, down the page. */
  articles: Article[];
  /** Events. */
  events: Event[];
  /** Organisations. */
  organizations: Organization[];
  /** People. */
  people: Person[];
  /** Places. */
  places: Place[];
  /** Doubts. */
  warnings: Warning[];
}

/** The unit that spans count in. */
export type Positions =
  /** Bytes of UTF-8: Rust. */
  | "utf-8"
  /** Code units of UTF-16: JavaScript. */
  | "utf-16"
  /** Code points: Python. */
  | "utf-32";

/** What a page was given as. */
export type Format =
  /** Plain text. */
  | "text"
  /** HTML. */
  | "html";

/** What a page of HTML says about itself in its markup. */
export interface WebPage {
  /** Its title: the line that shows it, else what the markup says. */
  name?: string;
  /** BCP-47 tag of the language it is said to be in. */
  inLanguage?: string;
  /** `ltr` or `rtl`, when it is said. */
  direction?: string;
  /** The address it wants to be known under. */
  url?: string;
  /** The name of the site. */
  siteName?: string;
  /** The address of its picture. */
  image?: string;
  /** Its summary. */
  description?: string;
  /** The same page in other languages (`hreflang`). */
  workTranslation: Translation[];
  /** Addresses of feeds (RSS, Atom). */
  feeds: string[];
  /** Everything else it says, and each of the above again with its source; the most believed first. */
  values: PageValue[];
}

/** Another version of a page: the same text in another language. */
export interface Translation {
  /** BCP-47 tag, or `x-default`. */
  inLanguage: string;
  /** Its address as written. */
  url: string;
}

/** One value, as it stands in the markup. */
export interface PageValue {
  /** What it is the value of, in the words of schema.org: `headline`, `datePublished`. */
  name: string;
  /** The value, without white space around it. */
  value: string;
  /** Where it was found. */
  source: ValueSource;
}

/** Where in the markup a value was found. When several disagree, the one further up this list is believed. */
export type ValueSource =
  /** JSON-LD with the words of schema.org. */
  | "json-ld"
  /** Open Graph (`og:title`, `article:published_time`). */
  | "open-graph"
  /** Microdata (`itemprop`). */
  | "microdata"
  /** Dublin Core (`dc.date`, `dcterms.title`). */
  | "dublin-core"
  /** Cards of Twitter (`twitter:title`). */
  | "twitter"
  /** Any other `<meta>`. */
  | "meta"
  /** `<link rel>`. */
  | "link"
  /** `<time datetime>`. */
  | "time"
  /** `<title>`, or an attribute of `<html>`. */
  | "html"
  /** The address of the page. */
  | "url";

/** A labelled stretch of the page. The segments of a record tile its text. */
export interface Segment {
  /** Where it stands, line ends included. */
  span: Span;
  /** What it is. */
  label: Label;
  /** The index of its article in `Record.articles`. */
  article?: number;
  /** The rule that says so. */
  rule: RuleId;
}

/** A half-open range `[start, end]` of `text`, in the unit that `positions` names. */
export type Span = [start: number, end: number];

/** What a stretch of the page is. */
export type Label =
  /** Kept: the title of an article. */
  | "headline"
  /** Kept: a line that only says where and when a text was filed. */
  | "dateline"
  /** Kept: a line that only says when an article was published. */
  | "date"
  /** Kept: who wrote it. */
  | "byline"
  /** Kept: a paragraph. */
  | "body"
  /** Kept: a title inside an article. */
  | "subheading"
  /** Kept: an item of a list inside an article. */
  | "listItem"
  /** Kept: a paragraph that quotes somebody from end to end. */
  | "quote"
  /** Kept: the words under a picture. */
  | "caption"
  /** Read, not in the body: where the page took the text from. */
  | "source"
  /** Read, not in the body: key words or tags. */
  | "keywords"
  /** Removed: white space. */
  | "blank"
  /** Removed: a legal or technical notice about the page. */
  | "disclaimer"
  /** Removed: questions to the visitor. */
  | "survey"
  /** Removed: menus, breadcrumbs, buttons. */
  | "navigation"
  /** Removed: links to other articles, and their heading. */
  | "related"
  /** Removed: share buttons and counters. */
  | "share"
  /** Removed: newsletters, apps, channels to follow. */
  | "promotion"
  /** Removed: advertisements and their labels. */
  | "advertisement"
  /** Removed: comments of readers, and their form. */
  | "comments"
  /** Removed: what asks to pay or to log in. */
  | "paywall"
  /** Removed: rights. */
  | "copyright"
  /** Removed: addresses, telephone numbers. */
  | "contact"
  /** Removed: anything else that is not the article. */
  | "boilerplate";

/**
 * The path of the line of data, or the name of the mechanism, that decided: `fr/boilerplate/share-bar`.
 *
 * Cheap to clone: the text is shared.
 */
export type RuleId = string;

/** One article of the page. */
export interface Article {
  /** `article-1`, counted down the page. */
  id: string;
  /** All that belongs to it, source and keywords lines included. */
  span: Span;
  /** The title. */
  headline?: Text;
  /** A second title. */
  alternativeHeadline?: Text;
  /** BCP-47 tag of its language; `und` when it cannot be told. */
  inLanguage: string;
  /** The day of publication as the page states it. */
  datePublished?: Temporal;
  /** The day of the last change as the page states it. */
  dateModified?: Temporal;
  /** Where and when it was filed. */
  dateline?: Dateline;
  /** Who wrote it. */
  author: Author[];
  /** The id of the organisation that issued the text. */
  publisher?: string;
  /** The id of the organisation this page says it took the text from. */
  sourceOrganization?: string;
  /** Key words or tags. */
  keywords: string[];
  /** Links to other articles that stand with this one. */
  relatedLink: Link[];
  /** Its own address, when the page says one: where a listing leads to, or the canonical address. */
  url?: string;
  /** The address of its picture. */
  image?: string;
  /** The summary that the markup gives. */
  description?: string;
  /** Clean paragraphs with a blank line between them. */
  articleBody: string;
  /** Ids of all its events, the main one first. */
  about: string[];
  /** Names and values in the order of the text. */
  mentions: Mention[];
  /** 64-bit SimHash of the folded body in hexadecimal: near-equal texts differ in few bits. */
  fingerprint: string;
}

/** Words of the page with their place. */
export interface Text {
  /** The words. */
  text: string;
  /** Where they stand. */
  span: Span;
}

/** A date, a month, a year or an interval, with the words that state it. */
export interface Temporal {
  /** The value in EDTF (ISO 8601-2:2019); unknown digits are `X`. Absent when only a length or a rhythm is stated. */
  edtf?: string;
  /** First day, `YYYY-MM-DD`. */
  from?: string;
  /** Last day, inclusive, `YYYY-MM-DD`. */
  to?: string;
  /** Where the value comes from. */
  basis: TemporalBasis;
  /** The CLDR name of the calendar the date was written in, when it is not Gregorian. */
  calendar?: string;
  /** How vague the words are; `from` and `to` stay those of the whole month or year that is named. */
  modifier?: DateModifier;
  /** The stated day of the week. */
  weekday?: Weekday;
  /** Clock time, `HH:MM` or `HH:MM:SS`. */
  time?: string;
  /** Time zone as stated, as an IANA name or an offset. */
  timeZone?: string;
  /** A length of time, ISO 8601: `P3D`. */
  duration?: string;
  /** How often it comes again, ISO 8601: `P1W` for "every Friday", `P1Y` for a day of every year. */
  repeatFrequency?: string;
  /** Other readings, in EDTF: day and month the other way round, the day that a Hijri date beside it falls on. */
  alternatives?: string[];
  /** The words on the page. */
  exact: string;
  /** Where they stand. */
  span: Span;
  /** What found them. */
  evidence: Evidence;
}

/** Where the value of a `Temporal` comes from. */
export type TemporalBasis =
  /** The page writes it out. */
  | "stated"
  /** The page states it relative to a day that is known ("yesterday"). */
  | "relative"
  /** It follows from other statements (a start and a duration). */
  | "computed"
  /** It cannot be fixed; `edtf` shows what is unspecified. */
  | "unresolved";

/** What words such as "early" or "about" add to a date. */
export type DateModifier =
  /** Its beginning. */
  | "start"
  /** Its middle. */
  | "mid"
  /** Its end. */
  | "end"
  /** About then. */
  | "approximate";

/** The day of the week that a page states beside a date. */
export interface Weekday {
  /** The word on the page. */
  stated: string;
  /** Whether the calendar agrees. */
  agrees: boolean;
}

/** The evidence of one value. */
export interface Evidence {
  /** The rule that found it. */
  rule: RuleId;
  /** Where it was read. */
  span: Span;
  /** How sure the rule is. */
  certainty: Certainty;
}

/** How a value came to be known, strongest first. Words in an order, not a made-up probability. */
export type Certainty =
  /** Found in the registry of reviewed facts. */
  | "registry"
  /** A pattern whose words leave no doubt. */
  | "pattern"
  /** Several signs agree. */
  | "heuristic"
  /** Follows from something else that was found. */
  | "inferred";

/** "RABAT, 12 May (MAP) -": where and when a text was filed, and by which agency. */
export interface Dateline {
  /** The place as written. */
  place?: string;
  /** The day. */
  date?: Temporal;
  /** The agency as written. */
  agency?: string;
  /** Where it stands. */
  span: Span;
}

/** A named author of an article. */
export interface Author {
  /** The name as written. */
  name: string;
  /** Where it stands. */
  span: Span;
}

/** A link to another page, as far as the text shows it. */
export interface Link {
  /** The words of the link. */
  text: string;
  /** Its address, when the page shows one. */
  url?: string;
}

/** One place in an article where an entity or a value is named. */
export interface Mention {
  /** What kind of thing it is. */
  type: MentionType;
  /** Where it stands, without one-letter proclitics. */
  span: Span;
  /** What stands there. */
  exact: string;
  /** The entity of the record that it names. */
  id?: string;
  /** The value of a date. */
  temporal?: Temporal;
  /** The number of a quantity or of a sum. */
  quantity?: Quantity;
  /** The sum, with its currency. */
  amount?: MonetaryAmount;
  /** The span without a trailing place ("in Rabat"). */
  core?: Span;
  /** How it refers to its entity. */
  form?: MentionForm;
  /** The proclitic written before it, or fused into it. */
  clitic?: string;
  /** What found it. */
  evidence: Evidence;
}

/** What kind of thing a `Mention` names. */
export type MentionType =
  /** A body with a name. */
  | "organization"
  /** A person with a name. */
  | "person"
  /** A place with a name. */
  | "place"
  /** A date or an interval. */
  | "date"
  /** A number of something. */
  | "quantity"
  /** A sum of money. */
  | "money";

/** A number of something. */
export interface Quantity {
  /** The number. */
  value?: number;
  /** How it compares. */
  comparator: Comparator;
  /** The unit as written. */
  unitText?: string;
  /** What it counts. */
  counts?: string;
  /** Where it stands. */
  span: Span;
  /** What stands there. */
  exact: string;
  /** What found it. */
  evidence: Evidence;
}

/** How a stated number compares with the real one. */
export type Comparator =
  /** Exactly. */
  | "eq"
  /** "More than", "at least". */
  | "atLeast"
  /** "Up to", "less than". */
  | "atMost"
  /** "About". */
  | "about"
  /** No number: "thousands", "many". */
  | "many";

/** A sum of money. */
export interface MonetaryAmount {
  /** The sum. */
  value: number;
  /** ISO 4217 code. */
  currency: string;
}

/** How a mention refers to its entity. */
export type MentionForm =
  /** The full name. */
  | "full"
  /** A shortened name. */
  | "short"
  /** An acronym. */
  | "acronym"
  /** Another order or spelling of the name. */
  | "variant"
  /** A description: "the Organisation". */
  | "nominal"
  /** An office that stands for a body: "the minister of culture". */
  | "role";

/** Something that happened, happens or will happen. */
export interface Event {
  /** Its id in this record. */
  id: string;
  /** What kind of happening it is. */
  type: EventType;
  /** Its name. */
  name?: string;
  /** Its motto or subject. */
  theme?: string;
  /** The number of the edition. */
  edition?: number;
  /** When it begins. */
  startDate?: Temporal;
  /** When it ends, when that is another day. */
  endDate?: Temporal;
  /** How long it lasts, ISO 8601. */
  duration?: string;
  /** Whether it took place. */
  eventStatus: EventStatus;
  /** How one can take part. */
  attendanceMode?: AttendanceMode;
  /** Where it takes place. */
  location?: EventLocation;
  /** Ids of the organisations that hold it. */
  organizer: string[];
  /** Ids of those on whose premises it is held. */
  host: string[];
  /** Ids of those who hold it with them. */
  partner: string[];
  /** Ids of those who pay. */
  funder: string[];
  /** Ids of those who supervise. */
  supervisor: string[];
  /** Under whose patronage. */
  patron: string[];
  /** Ids of the parties of an agreement or meeting. */
  party: string[];
  /** Who took part, and as what. */
  participants: Participation[];
  /** ISO 3166-1 alpha-2 codes. */
  participatingCountries: string[];
  /** Numbers that belong to it. */
  quantities: Quantity[];
  /** Prizes given. */
  awards: Award[];
  /** What came of it. */
  outcome?: string;
  /** The id of the event it is part of. */
  superEvent?: string;
  /** How it stands to the article. */
  salience: Salience;
  /** The sentence that says it. */
  span: Span;
  /** What found it. */
  evidence: Evidence;
}

/** What kind of happening an event is. */
export type EventType =
  /** People or bodies meet. */
  | "meeting"
  /** Somebody visits. */
  | "visit"
  /** Workshop. */
  | "workshop"
  /** Training course or camp. */
  | "training"
  /** Conference or congress. */
  | "conference"
  /** Seminar, panel, lecture, webinar. */
  | "seminar"
  /** Forum. */
  | "forum"
  /** Summit. */
  | "summit"
  /** Numbered session of an organ. */
  | "session"
  /** Exhibition or fair. */
  | "exhibition"
  /** Festival. */
  | "festival"
  /** Competition. */
  | "competition"
  /** Prizes are given. */
  | "awardCeremony"
  /** Something is opened. */
  | "inauguration"
  /** Something is launched. */
  | "launch"
  /** An agreement is signed. */
  | "agreementSigning"
  /** An agreement in force. */
  | "agreement"
  /** A body or state joins another. */
  | "accession"
  /** A body takes a stand. */
  | "statement"
  /** A vote is held. */
  | "vote"
  /** An international or national day. */
  | "observance"
  /** Celebration or anniversary. */
  | "celebration"
  /** Appointment or election of a person. */
  | "appointment"
  /** Publication of a work. */
  | "publication"
  /** Call for applications. */
  | "call"
  /** Holiday or closure. */
  | "holiday"
  /** Speech. */
  | "speech"
  /** Anything else. */
  | "other";

/** Whether and when an event takes place. */
export type EventStatus =
  /** It is over. */
  | "held"
  /** It has begun. */
  | "ongoing"
  /** It is to come. */
  | "planned"
  /** It comes back. */
  | "recurring"
  /** It will not take place. */
  | "cancelled"
  /** It was moved. */
  | "postponed";

/** How one can take part. */
export type AttendanceMode =
  /** On the spot. */
  | "offline"
  /** By network. */
  | "online"
  /** Both. */
  | "mixed";

/** Where an event takes place. */
export interface EventLocation {
  /** A building or site. */
  venue?: string;
  /** A city, in the language of the page. */
  city?: string;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
  /** How it is known. */
  basis: PlaceBasis;
}

/** How the country or city of a place is known. */
export type PlaceBasis =
  /** Named outright. */
  | "stated"
  /** By an adjective or the name of a people. */
  | "demonym"
  /** The country follows from the city. */
  | "fromCity"
  /** The seat of an organisation. */
  | "organizationSeat"
  /** The surrounding sentences. */
  | "context";

/** Somebody who took part, and as what. */
export interface Participation {
  /** The id of a person. */
  person?: string;
  /** The id of an organisation. */
  organization?: string;
  /** What they did. */
  as: ParticipantRole;
}

/** What somebody did at an event. */
export type ParticipantRole =
  /** Spoke. */
  | "speaker"
  /** Opened it. */
  | "openingSpeaker"
  /** Presided. */
  | "chair"
  /** Signed. */
  | "signatory"
  /** Led a delegation. */
  | "headOfDelegation"
  /** Trained or taught. */
  | "trainer"
  /** Led a discussion. */
  | "moderator"
  /** Supervised it. */
  | "supervisor"
  /** Lent their name to it. */
  | "patron"
  /** Performed. */
  | "performer"
  /** Received a prize or an honour. */
  | "recipient"
  /** Was appointed or elected. */
  | "appointee"
  /** Was one of the sides that met or agreed. */
  | "party"
  /** Was there. */
  | "attendee";

/** A prize that somebody won. */
export interface Award {
  /** The rank, 1 for the first. */
  position?: number;
  /** Whether the rank is shared. */
  tie: boolean;
  /** The money that goes with it. */
  amount?: MonetaryAmount;
  /** Who won it. */
  recipient: string;
  /** ISO 3166-1 alpha-2 code of the winner's country. */
  recipientCountry?: string;
  /** What it was won with. */
  work?: string;
  /** A mention of honour, without a rank. */
  honorary: boolean;
  /** Where it stands. */
  span: Span;
  /** What stands there. */
  exact: string;
  /** What found it. */
  evidence: Evidence;
}

/** How an event stands to its article. */
export type Salience =
  /** The article is about it. */
  | "main"
  /** The article announces it. */
  | "announced"
  /** The article mentions it. */
  | "background";

/** An organisation named on the page: one entity under all its names. */
export interface Organization {
  /** The id in this record; the registry's own when `linked`. */
  id: string;
  /** Its name as the page writes it. */
  name: string;
  /** Names by BCP-47 tag. */
  names: { [key: string]: string[] };
  /** Acronyms by BCP-47 tag. */
  acronyms: { [key: string]: string[] };
  /** What kind of body it is. */
  type: OrganizationType;
  /** The id of the organisation it belongs to. */
  parentOrganization?: string;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
  /** Addresses of the same body in public registers (Wikidata, ROR). */
  sameAs: string[];
  /** Whether it was found in the registry. */
  linked: boolean;
  /** Whether it is known only through an office (a ministry through its minister). */
  reconstructed: boolean;
}

/** What kind of body an organisation is. */
export type OrganizationType =
  /** Inter-governmental organisation. */
  | "igo"
  /** Organ of an inter-governmental organisation. */
  | "igoOrgan"
  /** Government, presidency, cabinet. */
  | "government"
  /** Ministry or department of state. */
  | "ministry"
  /** Parliament or one of its houses. */
  | "parliament"
  /** Court of law. */
  | "court"
  /** Embassy, consulate, permanent delegation. */
  | "embassy"
  /** National commission for an inter-governmental organisation. */
  | "nationalCommission"
  /** Agency, authority, council of the state. */
  | "publicBody"
  /** Municipality, province, region. */
  | "localGovernment"
  /** University, faculty, academy. */
  | "university"
  /** School. */
  | "school"
  /** Institute or centre of research. */
  | "research"
  /** University chair. */
  | "chair"
  /** Foundation, fund, endowment. */
  | "foundation"
  /** Association, society, league of persons. */
  | "association"
  /** Network, federation, alliance. */
  | "network"
  /** Company, bank, group. */
  | "company"
  /** News agency, newspaper, channel, portal. */
  | "media"
  /** Museum, library, house of culture. */
  | "museum"
  /** Hospital. */
  | "hospital"
  /** Part of another organisation. */
  | "unit"
  /** Programme, initiative, project. */
  | "programme"
  /** Committee, jury. */
  | "committee"
  /** Movement. */
  | "movement"
  /** Anything else. */
  | "other";

/** A person named on the page. */
export interface Person {
  /** The id in this record. */
  id: string;
  /** The name without honorifics. */
  name: string;
  /** Names by BCP-47 tag. */
  names: { [key: string]: string[] };
  /** The title as written. */
  honorificPrefix?: string;
  /** The title in its normal form. */
  honorific?: string;
  /** Offices held. */
  roles: Role[];
}

/** An office somebody holds. */
export interface Role {
  /** The office as written. */
  roleName: string;
  /** The id of the organisation it is held in. */
  organization?: string;
}

/** A place named on the page. */
export interface Place {
  /** Its id in this record. */
  id: string;
  /** Its name as the page writes it; a country known by an adjective has its name in the language of the page. */
  name: string;
  /** Names by BCP-47 tag. */
  names: { [key: string]: string[] };
  /** A building or site. */
  venue?: string;
  /** A city, in the language of the page. */
  city?: string;
  /** What is neither a city nor a country: a province, a continent, a group of countries, a sea, mountains. */
  region?: string;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
  /** How it is known. */
  basis: PlaceBasis;
}

/** A doubt about the page or the reading of it. */
export interface Warning {
  /** What kind of doubt. */
  code: WarningCode;
  /** Where on the page. */
  span?: Span;
  /** The doubt in a sentence. */
  message: string;
}

/** What kind of doubt a warning is about. */
export type WarningCode =
  /** A stated weekday is not that of its date. */
  | "weekdayMismatch"
  /** A Hijri date and the Gregorian date beside it are more than a day apart. */
  | "calendarMismatch"
  /** A stated number is not that of the list beside it. */
  | "countMismatch"
  /** The ranks of prizes do not follow one another, or one is given twice without a tie. */
  | "rankMismatch"
  /** An event that is announced lies before the article, or one that was held after it. */
  | "dateOrder"
  /** A date cannot be fixed. */
  | "dateUnresolved"
  /** An article has no headline on the page. */
  | "headlineMissing"
  /** An article stands in the middle of a list of links. */
  | "inlinedArticle"
  /** A link repeats the headline of an article of the same page. */
  | "duplicateOfLink"
  /** The page holds no article. */
  | "noArticle"
  /** The text holds characters that no text should (NUL, other controls, U+FFFD). */
  | "damagedText";

/** An entity of a text that is read alone, with its mentions. */
export interface NamedOrganization {
  /** The id in this record; the registry's own when `linked`. */
  id: string;
  /** Its name as the page writes it. */
  name: string;
  /** Names by BCP-47 tag. */
  names: { [key: string]: string[] };
  /** Acronyms by BCP-47 tag. */
  acronyms: { [key: string]: string[] };
  /** What kind of body it is. */
  type: OrganizationType;
  /** The id of the organisation it belongs to. */
  parentOrganization?: string;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
  /** Addresses of the same body in public registers (Wikidata, ROR). */
  sameAs: string[];
  /** Whether it was found in the registry. */
  linked: boolean;
  /** Whether it is known only through an office (a ministry through its minister). */
  reconstructed: boolean;
  /** Where. */
  mentions: Mention[];
}

/** An entity of a text that is read alone, with its mentions. */
export interface NamedPerson {
  /** The id in this record. */
  id: string;
  /** The name without honorifics. */
  name: string;
  /** Names by BCP-47 tag. */
  names: { [key: string]: string[] };
  /** The title as written. */
  honorificPrefix?: string;
  /** The title in its normal form. */
  honorific?: string;
  /** Offices held. */
  roles: Role[];
  /** Where. */
  mentions: Mention[];
}

/** An entity of a text that is read alone, with its mentions. */
export interface NamedPlace {
  /** Its id in this record. */
  id: string;
  /** Its name as the page writes it; a country known by an adjective has its name in the language of the page. */
  name: string;
  /** Names by BCP-47 tag. */
  names: { [key: string]: string[] };
  /** A building or site. */
  venue?: string;
  /** A city, in the language of the page. */
  city?: string;
  /** What is neither a city nor a country: a province, a continent, a group of countries, a sea, mountains. */
  region?: string;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
  /** How it is known. */
  basis: PlaceBasis;
  /** Where. */
  mentions: Mention[];
}

/** Organisations of many records, and what they do together. */
export interface Network {
  /** The organisations, in the order in which they are named. */
  nodes: NetworkNode[];
  /** Their links, in the order of their nodes. */
  links: NetworkLink[];
}

/** An organisation of many records, under all its names. */
export interface NetworkNode {
  /** The registry's id when `linked`; else made of its name and country, so that the same records always give the same. */
  id: string;
  /** The name that most records give it. */
  name: string;
  /** Names by BCP-47 tag. */
  names: { [key: string]: string[] };
  /** Acronyms by BCP-47 tag. */
  acronyms: { [key: string]: string[] };
  /** What kind of body it is. */
  type: OrganizationType;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
  /** Addresses of the same body in public registers (Wikidata, ROR). */
  sameAs: string[];
  /** Whether it was found in the registry. */
  linked: boolean;
  /** The records that name it, by their place among those given. */
  records: number[];
  /** How often their articles name it. */
  mentions: number;
}

/** Two organisations that do something together. */
export interface NetworkLink {
  /** The id of the one that is named first. */
  source: string;
  /** The id of the other. */
  target: string;
  /** How many events they have in common; what several pages tell is one. */
  weight: number;
  /** These events, page by page. */
  events: SharedEvent[];
}

/** An event that two organisations have to do with, as one record tells it. */
export interface SharedEvent {
  /** The place of the record among those given. */
  record: number;
  /** The id of the event in that record. */
  event: string;
  /** What `source` has to do with it. */
  sourceRoles: NetworkRole[];
  /** What `target` has to do with it. */
  targetRoles: NetworkRole[];
}

/** What an organisation has to do with an event. */
export type NetworkRole =
  /** Holds it. */
  | "organizer"
  /** Has it on its premises. */
  | "host"
  /** Holds it with the organisers. */
  | "partner"
  /** Pays. */
  | "funder"
  /** Supervises it. */
  | "supervisor"
  /** Lends its name to it. */
  | "patron"
  /** Is a side of an agreement or a meeting. */
  | "party"
  /** Takes part, by itself or by one of its people. */
  | "participant";

/**
 * An event with its days, and all pages that tell of it.
 *
 * What only one page can say is that of the page which tells most: of which it is the subject, then which gives it a
 * name; then the first.
 */
export interface TimelineEntry {
  /** The place of its record among those given. */
  record: number;
  /** The id of the event in that record. */
  event: string;
  /** What kind of happening it is. */
  type: EventType;
  /** Its name, its subject, or its kind and who holds it. */
  title: string;
  /** The first day, `YYYY-MM-DD`. */
  firstDay: string;
  /** The last day that a page gives, `YYYY-MM-DD`. */
  lastDay: string;
  /** A city, in the language of the page. */
  city?: string;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
  /** Names of those who hold it. */
  organizer: string[];
  /** Names of the sides that meet or agree. */
  party: string[];
  /** Whether it took place: cancelled or moved when a page says so, else the latest that one says. */
  eventStatus: EventStatus;
  /** How it stands to the article that tells most of it. */
  salience: Salience;
  /** The address of that page. */
  url?: string;
  /** All pages that tell of it, in the order of the records. */
  pages: TimelinePage[];
}

/** A page that tells of an event. */
export interface TimelinePage {
  /** The place of its record among those given. */
  record: number;
  /** The id of the event in that record. */
  event: string;
  /** What the page calls it. */
  title: string;
  /** BCP-47 tag of the language of the article. */
  inLanguage: string;
  /** The address of the page. */
  url?: string;
}

/**
 * Organisations and places of a caller's own, in the shape of the files of `core/data`.
 *
 * An organisation whose id the registry has, or a country that is known, replaces that entry; the names of a country stay.
 * Where an entry shares a name with one of the library, it comes first.
 */
export interface OwnData {
  /** Organisations. */
  organization?: OrganizationEntry[];
  /** Countries. */
  country?: CountryEntry[];
  /** Cities. */
  city?: PlaceEntry[];
  /** Regions. */
  region?: PlaceEntry[];
}

/**
 * One body of the registry: an entry of `core/data/organizations`, or of a caller's own list.
 *
 * Names are lists by BCP-47 tag, the official name first.
 */
export interface OrganizationEntry {
  /** Lower-case ASCII, unique in the registry. */
  id: string;
  /** What kind of body it is. */
  type: OrganizationType;
  /** The id of the body it belongs to. */
  parent?: string;
  /** ISO 3166-1 alpha-2 code of the country of its headquarters, for an international body. */
  seat?: string;
  /** ISO 3166-1 alpha-2 code of the country a national body belongs to. */
  country?: string;
  /** Ids in public registers: `Q7809` of Wikidata, or an address. */
  "same-as"?: string[];
  /** Full names. */
  names?: { [key: string]: string[] };
  /** Shortened names. */
  short?: { [key: string]: string[] };
  /** Acronyms, without an article. */
  acronyms?: { [key: string]: string[] };
  /** Names it had before. */
  former?: { [key: string]: string[] };
  /** Names that mean other things too: they count where the page has another name of it. */
  weak?: { [key: string]: string[] };
}

/** A country: what CLDR does not say of it. */
export interface CountryEntry {
  /** ISO 3166-1 alpha-2. */
  code?: string;
  /** Official and other names; CLDR's stand in `cldr.toml`. */
  names?: { [key: string]: string[] };
  /** Adjectives; regular endings are added by the rules of the language. */
  adjectives?: { [key: string]: string[] };
  /** Names of its people that are not made from the adjective. */
  people?: { [key: string]: string[] };
  /** Names that mean other things too. */
  weak?: { [key: string]: string[] };
}

/** A city or a region. */
export interface PlaceEntry {
  /** ISO 3166-1 alpha-2 code of its country, when it lies in one. */
  country?: string;
  /** Whether it is the capital. */
  capital?: boolean;
  /** What kind of region it is. */
  kind?: PlaceKind;
  /** Names. */
  names?: { [key: string]: string[] };
  /** Adjectives. */
  adjectives?: { [key: string]: string[] };
  /** Names of its people. */
  people?: { [key: string]: string[] };
  /** Names that mean other things too. */
  weak?: { [key: string]: string[] };
}

/** What kind of place a name is of. */
export type PlaceKind =
  /** Province, state, group of countries. */
  | "region"
  /** Continent. */
  | "continent"
  /** Sea, river, strait, canal. */
  | "water"
  /** Desert, mountains, island. */
  | "land";
