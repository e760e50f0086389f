// Generated from docs/openapi.json by `npm run api`. Do not edit.

export type Use = "on-demand-stream" | "non-interactive-stream" | "download" | "user-generated" | "physical" | "ringtone" | "other";

export type Reason = "no_rights" | "other_holder" | "conflict" | "withdrawn" | "preorder_only" | "preview_only" | "not_yet" | "expired" | "not_delivered" | "not_live";

export type Role = "own_decision" | "distributor" | "service" | "licensee" | "rights_holder" | "agency" | "committee" | "unknown";

export type State = "open" | "closed" | "unknown";

export type Link = "held" | "delivered" | "live";

/** observed: counted there; bounded: below what a chart shows; scaled: from this world's own comparable recordings */
export type WorthKind = "observed" | "bounded" | "scaled";

/** Who can change it */
export type Who = {
  /** Name of the party; null when only the role is known */
  party: string | null;
  role: Role;
};

/** The world being served */
export type World = {
  /** The day every question is asked about unless it names another */
  as_of: string;
  /** True for an invented world: pages mark themselves */
  demo: boolean;
  /** Rises with each accepted delivery */
  generation: number;
  /** Sound recordings */
  recordings: number;
  /** Videos */
  videos: number;
  /** Territories where a service operates */
  markets: number;
  /** Whose world this is */
  organisation: string;
  /** Version of the stored form */
  schema_version: number;
  first_sentence: FirstMinutes;
};

/** One territory */
export type Territory = {
  /** ISO 3166-1 alpha-2, or a DDEX sub-territory such as ES-CN */
  code: string;
  /** ISO 3166-1 numeric, empty where there is none */
  numeric: string;
  /** English name */
  name_en: string;
  /** Japanese name */
  name_ja: string;
  /** Region */
  region: string;
  /** Part of the region */
  subregion: string;
  /** True where a service operates */
  market: boolean;
};

/** Every territory */
export type Territories = {
  territories: Array<Territory>;
};

/** One closed cell */
export type Cell = {
  /** The recording */
  isrc: string;
  /** Its title */
  title: string | null;
  /** A form for readers of English, where one is on file */
  title_en: string | null;
  /** Its display artist */
  artist: string | null;
  /** A form in Latin script, where one is on file */
  artist_en: string | null;
  /** Territory code */
  territory: string;
  reason: Reason;
  who: Who;
  /** Expected streams in the next 28 days; null when nothing supports an estimate */
  worth: number | null;
  worth_kind: WorthKind | null;
  /** Upper bound where the observation is a limit */
  worth_max: number | null;
  /** Lower end of the 80 % interval of the expected streams, where enough is known to give one */
  worth_low: number | null;
  /** Its upper end */
  worth_high: number | null;
  /** Expected yen of the same 28 days, where statements say what plays pay there */
  worth_yen: number | null;
};

/** Counts of cells. heard_without_permission is in none of the other three */
export type CellTotal = {
  /** Open cells */
  open: number;
  /** Closed cells */
  closed: number;
  /** Unknown cells */
  unknown: number;
  /** Heard there although no permission is on file: a question, not a gap */
  heard_without_permission: number;
  /** Closed on purpose; in none of the four before */
  held_back: number;
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
  /** Of the open ones: people there cannot find or read it */
  not_understood: number;
};

/** One market */
export type TerritoryTotal = {
  /** Territory code */
  territory: string;
  /** Open cells */
  open: number;
  /** Closed cells */
  closed: number;
  /** Unknown cells */
  unknown: number;
  /** Heard there although no permission is on file: a question, not a gap */
  heard_without_permission: number;
  /** Closed on purpose; in none of the four before */
  held_back: number;
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
  /** Of the open ones: people there cannot find or read it */
  not_understood: number;
};

/** One reason */
export type ReasonTotal = {
  reason: Reason;
  /** Open cells */
  open: number;
  /** Closed cells */
  closed: number;
  /** Unknown cells */
  unknown: number;
  /** Heard there although no permission is on file: a question, not a gap */
  heard_without_permission: number;
  /** Closed on purpose; in none of the four before */
  held_back: number;
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
  /** Of the open ones: people there cannot find or read it */
  not_understood: number;
};

/** One role */
export type RoleTotal = {
  role: Role;
  /** Open cells */
  open: number;
  /** Closed cells */
  closed: number;
  /** Unknown cells */
  unknown: number;
  /** Heard there although no permission is on file: a question, not a gap */
  heard_without_permission: number;
  /** Closed on purpose; in none of the four before */
  held_back: number;
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
  /** Of the open ones: people there cannot find or read it */
  not_understood: number;
};

/** Over the recordings and markets the question covers */
export type GapTotals = {
  /** Closed cells that match, of which cells is a slice */
  gaps: number;
  cells: CellTotal;
  /** Sums of the known estimates, apart */
  worth_by_kind: {
    /** Counted there */
    observed: number | null;
    /** Below what charts show */
    bounded: number | null;
    /** Scaled */
    scaled: number | null;
  };
  /** The same as recordings */
  recordings: {
    /** Counted */
    total: number;
    /** Open in every market */
    open_everywhere: number;
    /** Closed in a market */
    closed_somewhere: number;
    /** Closed in every market */
    closed_everywhere: number;
    /** Unknown in a market */
    unknown_somewhere: number;
  };
  /** The markets counted over */
  markets: {
    /** How many */
    total: number;
    /** Who says that a service operates there */
    source: string;
    /** When that was read */
    verified_on: string;
  };
  /** The same, each recording weighted by its streams at home */
  weighted_by_home_streams: {
    /** Open */
    open: number | null;
    /** Closed */
    closed: number | null;
    /** Unknown */
    unknown: number | null;
  };
  by_territory: Array<TerritoryTotal>;
  by_reason: Array<ReasonTotal>;
  by_role: Array<RoleTotal>;
  /** The most cells first */
  decisions_by_role: Array<RoleDecisions>;
  own_this_week: OwnTotal;
  held_back: HeldBackTotal;
};

/** What cannot be heard */
export type Gap = {
  /** Day asked about */
  as_of: string;
  cells: Array<Cell>;
  /** Over all gaps, whatever the limit of cells; the best observed worth first */
  decisions: Array<Decision>;
  /** Questions to a party about cells nobody knows */
  asks: Array<Decision>;
  totals: GapTotals;
};

/** One recording */
export type MatrixRow = {
  /** The recording */
  isrc: string;
  /** Its title */
  title: string | null;
  /** A translated or romanised form, where one is on file */
  title_en: string | null;
  /** Its display artist */
  artist: string | null;
  /** The first release it appears on; null when none is known */
  release: string | null;
  kind: "sound" | "video";
  /** One character per territory: o open, n open but not understood, c closed, u unknown, x conflict, h heard without permission, b held back on purpose */
  cells: string;
};

/** Over all matching rows */
export type MatrixCounts = {
  /** o */
  open: number;
  /** c */
  closed: number;
  /** u */
  unknown: number;
  /** x */
  conflict: number;
  /** h */
  heard: number;
  /** b: closed or unknown, and held back on purpose; in no other count */
  held_back: number;
  /** Of the open ones: people there cannot find or read it */
  not_understood: number;
};

/** Recordings by markets */
export type Matrix = {
  /** Day asked about */
  as_of: string;
  use: Use;
  /** Rows that match, of which rows is a slice */
  total_rows: number;
  /** Rows skipped */
  offset: number;
  /** The columns, in order of the characters */
  territories: Array<string>;
  counts: MatrixCounts;
  rows: Array<MatrixRow>;
};

/** One service */
export type ServiceState = {
  /** Its name, or its identifier */
  service: string;
  /** Its DDEX party id */
  dpid: string | null;
  state: State;
  reason: Reason | null;
  /** Which right, which service or which state */
  detail: string | null;
  /** The day it was last looked at */
  observed_on: string | null;
};

/** What the answer rests on */
export type Document = {
  kind: "licence" | "statement" | "purge" | "sighting";
  /** File or contract name */
  document: string;
  /** MessageId of a delivery message */
  message_id: string | null;
  /** Who granted, sent or showed it */
  party: string | null;
  /** To whom */
  recipient: string | null;
  /** Date and hour the message was made */
  created: string | null;
  /** Territories as written */
  territories: string | null;
  /** First day, or day observed */
  from: string | null;
  /** Last day */
  until: string | null;
  /** Uses a licence grants */
  uses: Array<Use> | null;
  /** Whether a licence is exclusive */
  exclusive: boolean | null;
  /** Of a licence: which right */
  right: string | null;
  /** Of a licence: yes, no or silent */
  scope: string | null;
  /** The uses of a licence in one text, or how a sighting was made */
  detail: string | null;
};

/** One link of the chain */
export type ChainLink = {
  link: Link;
  state: State;
  reason: Reason | null;
  /** Which right, which service or which state */
  detail: string | null;
  services: Array<ServiceState>;
  documents: Array<Document>;
};

/** A link still closed or unknown once those before it are mended */
export type Way = {
  link: Link;
  state: State;
  reason: Reason | null;
  /** Which right, which service or which state */
  detail: string | null;
  who: Who;
};

/** Whom to ask when the answer is unknown */
export type Ask = {
  link: Link;
  /** Name of the party; null when only the role is known */
  party: string | null;
  role: Role;
  /** Which right, which service or which state */
  detail: string | null;
};

/** The answer */
export type Why = {
  /** The recording */
  isrc: string;
  /** Its title */
  title: string;
  /** Its display artist */
  artist: string | null;
  /** Territory code */
  territory: string;
  /** Local calendar day */
  date: string;
  use: Use;
  answer: State;
  reason: Reason | null;
  /** Which right, which service or which state */
  detail: string | null;
  /** Whether it is heard there in fact */
  heard: "yes" | "no" | "unknown";
  /** The ISRC of the same performance that opens it */
  through: string | null;
  /** Linked versions that are open here; said, not counted */
  other_versions: Array<Version>;
  ask: Ask | null;
  who: Who | null;
  /** The answer in one sentence */
  sentence: string;
  /** held, delivered, live, always all three */
  chain: Array<ChainLink>;
  /** In the order in which to mend them */
  ways: Array<Way>;
  held_back: HeldBackNote | null;
  understood: Understood;
};

/** question: only a person can say whether it is wrong */
export type Severity = "question" | "error" | "warning";

/** Something to look at */
export type Finding = {
  /** Code word of the rule */
  rule: string;
  severity: Severity;
  /** ISRC, release id or party */
  subject: string;
  /** Title of the subject */
  title: string | null;
  /** Territory code, where it is about one */
  territory: string | null;
  /** The offending text or value */
  detail: string | null;
  /** Where it stands */
  document: string | null;
  /** The rule in words */
  text: string;
};

/** Findings */
export type Check = {
  /** Day of the world */
  as_of: string;
  findings: Array<Finding>;
  /** Counts */
  totals: {
    /** All findings */
    findings: number;
    /** Findings of each rule */
    by_rule: Record<string, number>;
  };
};

/** The server answers */
export type Health = {
  status: "ok";
};

/** What went wrong */
export type ErrorAnswer = {
  /** The error */
  error: {
    /** Stable code word */
    code: string;
    /** In words */
    text: string;
  };
};

export type HoldKind = "embargo" | "window" | "physical_first" | "artist" | "agency" | "legal" | "other";

/** Expected streams of the next 28 days, each quality apart */
export type WorthByKind = {
  /** Counted in these markets */
  observed: number | null;
  /** At most, as charts did not show it */
  bounded: number | null;
  /** Scaled from comparable open recordings */
  scaled: number | null;
  /** Cells nothing supports an estimate for; in none of the three */
  unknown_cells: number;
  /** streams_28d */
  unit: string;
};

/** What one party can change in one go: one document or cause over recordings and markets */
export type Decision = {
  /** The same for the same decision on the same data */
  id: string;
  /** open: a closed door; ask: a question to a party */
  kind: "open" | "ask";
  /** By name, where known */
  party: string | null;
  role: Role;
  link: Link;
  reason: Reason | null;
  /** Which right, which service or which state */
  detail: string | null;
  /** The contract */
  document: string | null;
  /** Its last day */
  document_until: string | null;
  /** To whom it would be delivered */
  recipient: string | null;
  /** Cells it opens */
  cells: number;
  /** In order */
  recordings: Array<string>;
  /** In order of code */
  territories: Array<string>;
  worth: WorthByKind;
  /** What it costs; 0 for one's own instruction; null: not known */
  cost_jpy: number | null;
  /** The first day on which a licence of these cells ends */
  next_expiry: string | null;
};

/** What one role can decide */
export type RoleDecisions = {
  role: Role;
  /** Decisions */
  decisions: number;
  /** Cells they open */
  cells: number;
};

/** Licensed, and closed by one's own instruction: opens at no cost */
export type OwnTotal = {
  /** Cells */
  cells: number;
  /** Recordings */
  recordings: number;
};

/** Closed on purpose */
export type HeldBackTotal = {
  /** Cells */
  cells: number;
  /** Recordings */
  recordings: number;
  /** Cells by kind */
  by_kind: Record<string, number>;
  /** The next day on which a person looks again */
  next_review: string | null;
};

/** Another version of the recording */
export type Version = {
  /** ISRC */
  isrc: string;
  /** Its title */
  title: string;
  /** What it is to this recording */
  kind: string;
};

/** Closed on purpose; changes nothing of the chain */
export type HeldBackNote = {
  kind: HoldKind;
  /** Who marked it */
  by: string;
  /** The day of review */
  until: string;
  /** The same as a sentence */
  sentence: string;
};

/** A recording that plays in a main market without a licence on file */
export type PlayingWithoutLicence = {
  /** ISRC */
  isrc: string;
  /** Its title */
  title: string | null;
  /** For readers of English */
  title_en: string | null;
};

/** The main markets */
export type MainMarkets = {
  /** In order of size */
  codes: Array<string>;
  /** Whose order */
  source: string | null;
  /** The day that was looked up */
  verified_on: string | null;
};

/** The first sentence, and what stands beside it */
export type FirstMinutes = {
  /** The day it is about */
  as_of: string;
  /** The sentence in English */
  en: string;
  /** The sentence in Japanese */
  ja: string;
  /** On file */
  recordings: number;
  /** Cannot be heard in at least one main market */
  closed_somewhere: number;
  /** Of those: can be opened by oneself, at no cost */
  own_this_week: number;
  /** Nothing closed, something unknown */
  unknown_somewhere: number;
  /** Open in all main markets */
  open_everywhere: number;
  /** Not open only where held back on purpose */
  held_back: number;
  /** null: no licence is on file at all, so nothing can be said */
  playing_without_licence: Array<PlayingWithoutLicence> | null;
  markets: MainMarkets;
};

/** Whether this server takes changes, and the word they must carry */
export type Session = {
  /** Changes are taken */
  edit: boolean;
  /** Sent back in X-Umikoe-Token; null on a server that only reads */
  token: string | null;
};

/** An uploaded file that waits for an answer */
export type WaitingFile = {
  /** The word it is asked for by */
  id: string;
  /** Its name */
  name: string;
  /** Its size */
  bytes: number;
};

/** What is wrong, or worth knowing, in a file */
export type Problem = {
  /** Line */
  line: number | null;
  /** Element or column */
  element: string | null;
  /** Code word */
  code: string;
  /** For people, with a way out */
  text: string;
};

/** What became of one file */
export type Delivery = {
  /** Its name */
  path: string;
  /** What it was recognised as */
  format: string;
  /** What became of it */
  status: "accepted" | "unchanged" | "superseded" | "ignored" | "rejected";
  /** Code word of why it was ignored */
  reason: string | null;
  /** Who sent it */
  sender: string | null;
  /** Counted */
  sound_recordings: number;
  /** Counted */
  videos: number;
  /** Counted */
  releases: number;
  /** Counted */
  track_releases: number;
  /** Counted */
  deals: number;
  /** Counted */
  rows: number;
  /** In order of code */
  territories: Array<string>;
  /** First day */
  first_date: string | null;
  /** Last day */
  last_date: string | null;
  /** Depth of a chart */
  limit: number | null;
  /** Noticed */
  findings: Array<Problem>;
  /** Why it was rejected */
  errors: Array<Problem>;
};

/** What waits and what is on file */
export type Imports = {
  /** In order of name */
  waiting: Array<WaitingFile>;
  /** All on file */
  deliveries_total: number;
  /** The last two hundred, oldest first */
  deliveries: Array<Delivery>;
};

/** What became of an uploaded file */
export type ImportAnswer = {
  waiting: WaitingFile | null;
  delivery: Delivery | null;
};

/** Which waiting file */
export type FileChoice = {
  /** Of the waiting file */
  id: string;
};

/** A file that was set aside */
export type Discarded = {
  discarded: WaitingFile;
};

/** Cells a person holds back */
export type Hold = {
  /** What a release names */
  number: number;
  /** One recording */
  isrc: string | null;
  /** All of an artist */
  artist: string | null;
  /** All of a label */
  label: string | null;
  /** In order of code */
  territories: Array<string>;
  /** In all territories */
  worldwide: boolean;
  kind: HoldKind;
  /** The day of review: from then on the cells count again */
  until: string;
  /** Who decided */
  by: string;
  /** When */
  made_at: string;
  /** Private; never in an export */
  note: string | null;
  /** How many it is about */
  recordings: number;
  /** The day of review has not come */
  in_force: boolean;
};

/** What is held back */
export type Holds = {
  /** The day it is about */
  as_of: string;
  /** In order of entry */
  held_back: Array<Hold>;
};

/** One of isrc, artist and label, and territories */
export type NewHold = {
  /** One recording */
  isrc?: string;
  /** The whole name */
  artist?: string;
  /** The whole name */
  label?: string;
  /** Codes separated by commas, or Worldwide */
  territory: string;
  kind: HoldKind;
  /** YYYY-MM-DD */
  until: string;
  /** Who decides */
  by: string;
  /** Private */
  note?: string;
};

/** Marks made together */
export type NewHolds = {
  /** Made one after another; the first that cannot be made ends it */
  holds: Array<NewHold>;
};

/** Which mark to take off */
export type Release = {
  /** Of the mark */
  number: number;
  /** Who decides */
  by: string;
};

/** What only a person can say about a table */
export type TableQuestion = {
  /** From 1; stays when answers are added */
  number: number;
  /** What an answer names */
  id: string;
  /** Code word */
  code: string;
  text: Said;
  /** Readings to choose from */
  options: Array<string>;
  /** Another answer is fine */
  free: boolean;
  /** Taken; null: open */
  answer: string | null;
  /** An answer was given and cannot be taken */
  refused: boolean;
};

/** Where one of our columns is taken from */
export type ProposedColumn = {
  /** Our column */
  column: string;
  /** Of the file; null: the same for every row */
  header: string | null;
  /** What every row has */
  value: string | null;
  /** Why */
  reason: "header" | "values" | "answer" | "saved";
};

/** What a table seems to be, before anything of it is kept */
export type MappingAnswer = {
  /** Its name */
  path: string;
  /** What it is read as; null: not certain */
  kind: string | null;
  /** The one read */
  sheet: string | null;
  /** Of a workbook */
  sheets: Array<string>;
  /** Where the headers stand */
  header_line: number;
  /** Of the file */
  headers: Array<string>;
  /** Below them */
  rows: number;
  /** Whose layout it is */
  sender: string | null;
  saved: KeptMapping | null;
  /** What is taken */
  columns: Array<ProposedColumn>;
  /** Nothing is taken from these */
  unused: Array<string>;
  /** The first rows */
  preview: Array<PreviewRow>;
  /** In order of their numbers */
  questions: Array<TableQuestion>;
  /** Nothing is open */
  ready: boolean;
};

/** An answer to a question */
export type MappingReply = {
  /** Of the question */
  id: string;
  /** The answer */
  answer: string;
};

/** A waiting table and the answers given */
export type MappingChoice = {
  /** Of the waiting file */
  id: string;
  /** Whose layout it is */
  sender?: string | null;
  /** Given so far */
  answers: Array<MappingReply>;
};

/** A sentence for people */
export type Said = {
  /** English */
  en: string;
  /** Japanese */
  ja: string;
};

/** What a row will mean */
export type PreviewRow = {
  /** In the file */
  line: number;
  /** Our value by our column */
  cells: Record<string, string>;
  text: Said;
};

/** What was confirmed before and is used */
export type KeptMapping = {
  /** Whose tables */
  sender: string;
  /** Who confirmed it */
  by: string | null;
  /** When */
  made_at: string;
};

/** Exact decimals, as texts; null: nothing is known */
export type Amount = {
  /** ISO 4217 */
  currency: string;
  /** Gross */
  gross: string | null;
  /** Cells that do not state it */
  gross_unknown: number;
  /** Our share */
  ours: string | null;
  /** Cells that do not state it */
  ours_unknown: number;
};

/** One line of the ledger; what it is not about is left out */
export type LedgerRow = {
  /** Never summed together */
  market: "home" | "abroad";
  /** The recording */
  isrc?: string;
  /** Its title */
  title?: string | null;
  /** Its artist */
  artist?: string | null;
  /** Territory code */
  territory?: string;
  /** The service */
  service?: string;
  /** YYYY-MM */
  usage_month?: string | null;
  /** YYYY-MM */
  payment_month?: string | null;
  /** As written */
  use_type?: string | null;
  /** Use made by others, apart from the rest */
  user_generated: boolean;
  /** Net units; less than zero where more was taken back */
  units: number;
  /** By currency */
  amounts: Array<Amount>;
  /** Gross, in yen */
  gross_jpy: number | null;
  /** Cells that do not state it */
  gross_jpy_unknown: number;
  /** Our share, in yen */
  ours_jpy: number | null;
  /** Cells that do not state it */
  ours_jpy_unknown: number;
};

/** A sum of the ledger */
export type LedgerTotal = {
  /** Net units; less than zero where more was taken back */
  units: number;
  /** By currency */
  amounts: Array<Amount>;
  /** Gross, in yen */
  gross_jpy: number | null;
  /** Cells that do not state it */
  gross_jpy_unknown: number;
  /** Our share, in yen */
  ours_jpy: number | null;
  /** Cells that do not state it */
  ours_jpy_unknown: number;
  user_generated: UserGeneratedTotal;
};

/** Yen for one unit */
export type Rate = {
  /** An exact decimal */
  yen_per_unit: string;
  /** Whose */
  source: string;
  /** The day of the rate */
  on: string;
  /** Who gave it */
  given_by: "person" | "statement";
};

/** A statement the ledger rests on */
export type LedgerStatement = {
  /** Its name */
  document: string;
  /** Who sent it */
  sender: string | null;
  /** Its number */
  number: string | null;
  /** YYYY-MM */
  payment_month: string | null;
  /** ISO 4217 */
  currency: string;
  /** As stated */
  stated_total: string | null;
  /** Of its lines */
  lines_total: string | null;
  /** Stated less lines */
  difference: string | null;
  /** Lines */
  lines: number;
  /** Lines */
  lines_without_amount: number;
  /** What no recording or territory is named for */
  unplaced: string;
  /** Lines */
  lines_unplaced: number;
  rate: Rate | null;
};

/** What speaks for an entry into a chart */
export type EntryReason = "age" | "charts" | "growth" | "reach" | "artist_there" | "artist_entries" | "artist_wide" | "recent_entry" | "openness" | "fresh";

/** first_seen: on a chart abroad for the first time; rising: plays grew more than nine of ten did; next_territory: may enter a chart within the window; follow_through: a first sight after which nobody did anything; lone_slot: a festival or convention with no other date around it */
export type AlarmKind = "first_seen" | "rising" | "next_territory" | "follow_through" | "lone_slot";

/** Why a kind could not be looked for */
export type AlarmMissing = "no_chart" | "chart_over" | "history_short" | "one_territory" | "few_reports" | "no_dates";

/** A date on a stage */
export type AlarmEvent = {
  /** Of the event */
  name: string;
  /** festival or convention */
  kind: string;
  /** Where stated */
  city: string | null;
  /** First day */
  start: string;
  /** Last day */
  end: string;
  /** Nothing can be added to it any more */
  over: boolean;
  /** The file it was read from */
  document: string | null;
  /** Who said so, as the file states */
  source: string | null;
};

/** How chances of that size came out before */
export type SuchChances = {
  /** Chances of at least this, and below the next band */
  at_least: number;
  /** How many were said */
  said: number;
  /** How many came true */
  came_true: number;
};

/** Something to look at abroad */
export type Alarm = {
  alarm: AlarmKind;
  /** The recording; null for a date on a stage */
  isrc: string | null;
  /** Its title */
  title: string | null;
  /** The artist */
  artist: string | null;
  /** Territory code */
  territory: string;
  /** First day on a chart there */
  since: string | null;
  /** Plays of the latest period for each of the one before */
  growth: number | null;
  /** Growth that nine of ten recordings abroad stay below */
  usual_growth: number | null;
  /** Of a likely next territory: the chance within the window */
  probability: number | null;
  /** The share of such chances that came true; null with fewer than twenty */
  precision: number | null;
  event: AlarmEvent | null;
  such_chances?: SuchChances;
  /** What speaks for the chance, the strongest first */
  reasons?: Array<EntryReason>;
};

/** What one kind of alarm rests on */
export type AlarmGround = {
  kind: AlarmKind;
  /** How many there are, before any filter */
  alarms: number;
  missing: AlarmMissing | null;
  /** Days of charts from abroad, or recordings whose growth can be compared */
  on_file: number | null;
  /** Of the same */
  needed: number | null;
};

/** How likely next territories were asked for */
export type NextTerritoryQuestion = {
  /** The chart */
  chart: string | null;
  /** Its last day on file: the window begins after it */
  origin: string | null;
  /** Length of the window */
  days: number;
  /** Past entries it learnt from */
  past_entries: number;
  /** Chances below are no alarm */
  least_probability: number;
  unknown: AlarmMissing | null;
};

/** What asks for attention abroad */
export type Alarms = {
  /** The day it is about */
  as_of: string;
  /** By kind, the latest, largest or likeliest first */
  alarms: Array<Alarm>;
  /** Every kind, in the order people read them */
  kinds: Array<AlarmGround>;
  next_territory: NextTerritoryQuestion;
};

/** plays; video_views: of our own uploads of the whole song; by_others: use made by others */
export type SeriesUse = "plays" | "video_views" | "by_others";

/** One week */
export type SeriesWeek = {
  /** Its first day */
  week: string;
  /** Plays of the week */
  level: number | null;
  /** Lower end of the 80 % interval */
  low: number | null;
  /** Upper end */
  high: number | null;
  /** No more than this is possible */
  most: number | null;
  /** observed: rows of charts or reports of the week; spread: part of a longer report; bounded: below a chart; interpolated: nothing of that week itself */
  rests_on: "observed" | "spread" | "bounded" | "interpolated" | "unknown";
  /** Days on a chart that states streams */
  days_charted: number;
  /** Days of such a chart without a row */
  days_below_chart: number;
  /** Of reports, each spread over its days */
  reported: number | null;
  /** Deliveries that say so */
  deliveries: Array<number>;
};

/** One chart, or the reports, statements or video exports of a service */
export type SeriesEvidence = {
  /** What kind of document */
  kind: "chart" | "report" | "statement" | "views";
  /** The chart's name, or the service's */
  name: string;
  /** First day */
  first_day: string;
  /** Last day */
  last_day: string;
  /** Of a chart: days it shows */
  days?: number;
  /** Of others: periods */
  periods?: number;
  /** Of a chart: days with a row */
  days_found: number | null;
  /** Plays or views stated */
  plays: number | null;
  /** Of a chart */
  best_rank: number | null;
  /** Streams of the chart's lowest row on its last day */
  lowest_row: number | null;
  /** Deliveries that say so */
  deliveries: Array<number>;
};

/** One use of one service in one territory */
export type ServiceSeries = {
  /** Territory code; null: all together, of views that name none */
  territory: string | null;
  /** The service */
  service: string;
  use: SeriesUse;
  /** Without gaps */
  weeks: Array<SeriesWeek>;
  /** What it rests on */
  evidence: Array<SeriesEvidence>;
  /** Reports of which no week can be told */
  reports_too_long: number;
};

/** A delivery by name */
export type SeriesDocument = {
  /** Its number */
  delivery: number;
  /** File name */
  document: string;
};

/** Plays a week, by territory, service and use; these are never added up */
export type SeriesAnswer = {
  /** The artist */
  artist: string | null;
  /** Of a recording */
  isrc: string | null;
  /** Of a recording */
  title: string | null;
  /** How many are asked about */
  recordings: number;
  /** The day it is about */
  as_of: string;
  /** fri or mon */
  week_start: string;
  /** plays_per_week */
  unit: string;
  /** By territory, service and use */
  series: Array<ServiceSeries>;
  /** Every delivery named */
  documents: Array<SeriesDocument>;
};

/** Plays of one period as documents state them */
export type DemandReport = {
  /** Delivery number */
  delivery: number;
  /** The service */
  service: string;
  /** First day */
  period_start: string;
  /** Last day */
  period_end: string;
  /** Plays and sales */
  paid_units: number;
  /** Use made by others */
  user_generated_units: number;
};

/** What one chart says */
export type DemandChart = {
  /** Its name */
  chart: string;
  /** First day on it */
  first_day: string;
  /** Last day on it */
  last_day: string;
  /** Best rank */
  best_rank: number;
  /** Rows it shows */
  depth: number;
  /** Streams of the last 28 days */
  streams_28d: number | null;
  /** Days of those on it */
  days_28d: number;
};

/** What is known of a recording's demand in a territory, and what follows */
export type DemandEvidence = {
  /** The recording */
  isrc: string;
  /** Territory code */
  territory: string;
  /** Streams over 28 days that opening it may bring */
  worth: number | null;
  worth_kind: WorthKind | null;
  /** Lower end of the 80 % interval */
  worth_low: number | null;
  /** Upper end */
  worth_high: number | null;
  /** No more than this */
  worth_max: number | null;
  /** In yen, where a rate is known */
  worth_yen: number | null;
  /** Reported plays in 28 days */
  reported_28d: number | null;
  /** Streams on charts in 28 days */
  charted_28d: number | null;
  /** Days on charts of those */
  charted_days_28d: number;
  /** Below the charts: no more than this */
  below_chart_28d: number | null;
  /** Streams in Japan in 28 days */
  home_28d: number | null;
  /** Streams there for each at home */
  ratio_to_home: number | null;
  /** Lower end */
  ratio_low: number | null;
  /** Upper end */
  ratio_high: number | null;
  /** Reports it rests on */
  reports: Array<DemandReport>;
  /** Charts it rests on */
  charts: Array<DemandChart>;
};

/** Claimed views of a recording in a territory, beside its official state */
export type Leak = {
  /** The recording */
  isrc: string;
  /** Its title */
  title: string | null;
  /** Its artist */
  artist: string | null;
  /** Territory code */
  territory: string;
  /** Views of uploads by others */
  claimed_views: number;
  /** Of the reports */
  first_day: string;
  /** Of the reports */
  last_day: string;
  official: State;
  reason: Reason | null;
  who: Who;
};

/** Never one sum */
export type LedgerTotals = {
  home: LedgerTotal;
  abroad: LedgerTotal;
};

/** What statements on file paid */
export type Ledger = {
  /** The day it is about */
  as_of: string;
  /** What one row is */
  by: string;
  /** Home first */
  rows: Array<LedgerRow>;
  totals: LedgerTotals;
  /** By territory */
  yen_per_thousand_plays: Array<PlayPrice>;
  /** Every one that a row rests on */
  statements: Array<LedgerStatement>;
};

/** Over all cells found */
export type LeakTotals = {
  /** Cells */
  cells: number;
  /** Views where it is not open */
  claimed_views: number;
  /** Views where it is open */
  claimed_views_where_open: number;
  /** Nobody says what is shown */
  claimed_views_of_no_recording: number;
  /** Nobody says where */
  claimed_views_of_no_territory: number;
};

/** Demand that is leaking */
export type Leaks = {
  /** The day it is about */
  as_of: string;
  /** The most views first */
  leaks: Array<Leak>;
  totals: LeakTotals;
};

/** What a thousand plays paid in one territory, where at least one statement says */
export type PlayPrice = {
  /** Territory code */
  territory: string;
  /** Yen for a thousand plays */
  yen: number;
  /** The lowest of several statements */
  low: number | null;
  /** The highest */
  high: number | null;
  /** Statements */
  statements: number;
  /** Plays */
  plays: number;
  /** YYYY-MM */
  first_month: string;
  /** YYYY-MM */
  last_month: string;
};

/** The part that use made by others earned */
export type UserGeneratedTotal = {
  /** Net units; less than zero where more was taken back */
  units: number;
  /** Gross, in yen */
  gross_jpy: number | null;
  /** Cells that do not state it */
  gross_jpy_unknown: number;
  /** Our share, in yen */
  ours_jpy: number | null;
  /** Cells that do not state it */
  ours_jpy_unknown: number;
};

/** What a recording needs to be found and understood */
export type Need = "title_latin" | "title_language" | "artist_latin" | "reading" | "subtitles";

/** Whether people there can find and read it: a state beside the answer, never a reason of closed */
export type Understood = {
  /** Every essential need is met */
  understood: boolean;
  /** The territory's main language */
  language: string;
  /** Readiness for that language */
  score: number;
  /** What is missing or waits for a person */
  missing: Array<Need>;
  /** The same as a sentence, where it is open and not understood */
  sentence: string | null;
  /** Captions and lyrics kept with the recording, in whatever language */
  captions: Array<CaptionsKept>;
};

/** A file of captions or lyrics in use, kept byte for byte */
export type CaptionsKept = {
  /** BCP 47 */
  language: string;
  /** As delivered */
  format: "vtt" | "ttml" | "srt" | "lrc" | "sbv";
  /** The file's name */
  document: string;
  /** How many captions or lines */
  cues: number;
  /** The delivery that brought it */
  delivery: number;
};

/** A recording or artist that a query reached */
export type Found = {
  /** What was found */
  kind: "recording" | "artist";
  /** Of the recording; of an artist the first one */
  isrc: string;
  /** As displayed originally */
  title: string | null;
  /** A form in Latin letters */
  title_en: string | null;
  /** As displayed originally */
  artist: string;
  /** A form in Latin letters */
  artist_en: string | null;
  /** Of an artist */
  recordings: number;
  /** How the form meets the query */
  match: "exact" | "prefix" | "inside" | "misspelt";
  /** The form it was found by */
  form: string;
  /** That form is a reading nobody has approved */
  computed: boolean;
};

/** What a query reached, best first */
export type FoundList = {
  /** As asked */
  query: string;
  /** Best first */
  hits: Array<Found>;
};

/** How far a translation is */
export type UnitStage = "missing" | "draft" | "translated" | "reviewed" | "rights_approved" | "published" | "withdrawn" | "kept_original";

/** What is done to a unit */
export type UnitAction = "set" | "submit" | "review" | "approve" | "publish" | "withdraw" | "send_back" | "keep" | "undo";

/** Who brought a unit where it is */
export type Standing = {
  /** Where the text came from */
  origin: "human" | "machine" | "memory";
  /** Who wrote it last */
  translator: string | null;
  /** Who reviewed it */
  reviewer: string | null;
  /** Who approved it */
  approver: string | null;
  /** In which role */
  approver_role: string | null;
  /** Who is named with the text */
  credits: Array<string>;
  /** Where it is published */
  media: Array<string>;
  /** Where it is published */
  territories: string | null;
  /** What the publication rests on */
  grants: Array<string>;
  /** Why it was sent back, withdrawn or kept */
  note: string | null;
  /** When the state was entered */
  since: string;
};

/** One text in one language */
export type Unit = {
  /** OBJECT:FIELD[.N]:LANGUAGE:ID */
  unit: string;
  /** What it is about */
  object: string;
  /** Of the object */
  id: string;
  /** Which text */
  field: string;
  /** Of a line or cue */
  number: number | null;
  /** BCP 47 */
  language: string;
  stage: UnitStage;
  /** The source is not what was translated */
  source_changed: boolean;
  /** A delivery states a form */
  on_file: boolean;
  /** The text */
  source: string | null;
  /** BCP 47 */
  source_language: string | null;
  /** The title it belongs to */
  context: string | null;
  /** Artist or label */
  owner: string | null;
  /** ISWC or own id */
  work: string | null;
  /** The translation */
  target: string | null;
  /** Null where nobody has begun */
  standing: Standing | null;
};

/** The queue */
export type Units = {
  /** The day it is about */
  as_of: string;
  /** Wanted */
  languages: Array<string>;
  /** Before the list was cut */
  total: number;
  /** In order of key */
  units: Array<Unit>;
  /** Entries no rule lets through */
  refused_entries: Array<number>;
};

/** An entry of the glossary the source meets */
export type UnitTerm = {
  /** What it asks */
  kind: "artist_name" | "term" | "do_not_translate" | "cultural_note";
  /** As in the source */
  source: string;
  /** Locked spelling or agreed word */
  target: string | null;
  /** Explanation */
  note: string | null;
};

/** What was translated before */
export type UnitMatch = {
  /** Alike, in whole percent */
  percent: number;
  /** Of the same work */
  same_work: boolean;
  /** Then */
  source: string;
  /** Then */
  target: string;
  /** Unit or file */
  origin: string | null;
};

/** What a check says */
export type UnitCheck = {
  /** Code word */
  check: string;
  /** Keeps the text from being submitted */
  error: boolean;
  /** What exactly */
  detail: string | null;
  /** In words */
  text: string;
};

/** Who did what */
export type UnitEvent = {
  /** Of the log */
  entry: number;
  /** When */
  at: string;
  /** Who */
  by: string;
  action: UnitAction;
  /** In which role */
  role: string | null;
  /** Where a text came from */
  origin: string;
  /** Of a machine */
  provenance: string | null;
  /** That was written */
  text: string | null;
  /** Why */
  note: string | null;
};

/** What a viewer can read; a kanji counts two */
export type ReadingPace = {
  /** At most */
  half_units_per_second: number;
  /** At most */
  line_half_units: number;
};

/** A unit with all a translator needs */
export type UnitDetail = {
  /** OBJECT:FIELD[.N]:LANGUAGE:ID */
  unit: string;
  /** What it is about */
  object: string;
  /** Of the object */
  id: string;
  /** Which text */
  field: string;
  /** Of a line or cue */
  number: number | null;
  /** BCP 47 */
  language: string;
  stage: UnitStage;
  /** The source is not what was translated */
  source_changed: boolean;
  /** A delivery states a form */
  on_file: boolean;
  /** The text */
  source: string | null;
  /** BCP 47 */
  source_language: string | null;
  /** The title it belongs to */
  context: string | null;
  /** Artist or label */
  owner: string | null;
  /** ISWC or own id */
  work: string | null;
  /** The translation */
  target: string | null;
  /** Null where nobody has begun */
  standing: Standing | null;
  /** Of a cue */
  start_ms: number | null;
  /** Of a cue */
  end_ms: number | null;
  /** Half-width units */
  max_width: number | null;
  pace: ReadingPace;
  /** Met in the source */
  terms: Array<UnitTerm>;
  /** The most alike first */
  matches: Array<UnitMatch>;
  /** Of the text as it stands */
  checks: Array<UnitCheck>;
  /** In order */
  history: Array<UnitEvent>;
};

/** One unit, or every line of a text */
export type UnitDetails = {
  /** In order of number */
  units: Array<UnitDetail>;
};

/** Units by state */
export type StageCounts = {
  /** Units */
  missing: number;
  /** Units */
  draft: number;
  /** Units */
  translated: number;
  /** Units */
  reviewed: number;
  /** Units */
  rights_approved: number;
  /** Units */
  published: number;
  /** Units */
  withdrawn: number;
  /** Units */
  kept_original: number;
};

/** Texts of one kind in one language */
export type BoardRow = {
  /** What they are about */
  object: string;
  /** Which text */
  field: string;
  /** BCP 47 */
  language: string;
  /** All */
  units: number;
  /** Published, kept, or delivered */
  finished: number;
  /** A delivery has them */
  on_file: number;
  /** To do again */
  source_changed: number;
  by_stage: StageCounts;
  /** The longest wait by state, in days */
  oldest_days: Record<string, number>;
};

/** What to translate next */
export type NextBest = {
  /** What it is */
  object: string;
  /** Of the object */
  id: string;
  /** For people */
  title: string;
  /** BCP 47 */
  language: string;
  /** All */
  units: number;
  /** To do */
  unfinished: number;
  /** Heard abroad in twelve months; null: unknown */
  demand: number | null;
  /** Demand times the share to do */
  score: number | null;
};

/** How far the catalogue is translated */
export type Board = {
  /** The day it is about */
  as_of: string;
  /** In order of object, field and language */
  rows: Array<BoardRow>;
  /** The highest score first */
  next: Array<NextBest>;
};

/** What a person does to a unit */
export type UnitChange = {
  action: UnitAction;
  /** A key; without a number every line */
  unit: string;
  /** As on the roster */
  by: string;
  /** Of set */
  text?: string;
  /** Why */
  note?: string;
  /** Of publish, separated by commas */
  media?: string;
  /** Of publish: codes, or Worldwide */
  territory?: string;
  /** Of set: submit it too */
  done?: boolean;
  /** Of set: the memory gave it */
  from_memory?: boolean;
};

/** A unit afterwards */
export type ChangedUnit = {
  /** Key */
  unit: string;
  stage: UnitStage;
  /** Without errors */
  checks: Array<UnitCheck>;
};

/** What was done */
export type ChangedUnits = {
  /** In order of number */
  units: Array<ChangedUnit>;
};

/** A sum over all futures */
export type Percentiles = {
  /** One future in ten has less */
  p10: number;
  /** The middle one */
  p50: number;
  /** One in ten has more */
  p90: number;
  /** The mean of all */
  mean: number;
};

/** What a set of actions costs and gains */
export type PlanTotals = {
  /** Actions */
  actions: number;
  /** Artists they reach */
  artists: number;
  /** Territories they reach */
  territories: number;
  /** Yen */
  cost_jpy: number;
  listeners: Percentiles;
  yen: Percentiles;
};

/** One chosen action */
export type PlanAction = {
  /** The same for the same action on the same data */
  id: string;
  /** Its kind: a rule file of data/actions */
  action: string;
  /** For people */
  subject: string;
  /** Where it is about one */
  artist: string | null;
  /** Where it is about one */
  label: string | null;
  /** Primary subtag */
  language: string | null;
  /** Where it is about one alone */
  territory: string | null;
  /** The contract */
  document: string | null;
  /** Who acts or is asked */
  who: string | null;
  /** The role of who acts */
  role: string;
  /** Recordings or names */
  items: number;
  /** Yen */
  cost_jpy: number;
  listeners: Percentiles;
  yen: Percentiles;
  /** Share of its streams whose yield is measured */
  yield_known: number | null;
  /** Cells in no figure */
  worth_unknown_cells: number;
  /** The day it can begin */
  starts: string;
  /** From when it acts */
  acts_from: string;
  /** The last day to begin it */
  deadline: string;
  /** Ids of what has to be done first */
  needs: Array<string>;
  /** Why, with its figures */
  reason: string;
};

/** An action that is not in */
export type MissedAction = {
  /** The same for the same action on the same data */
  id: string;
  /** Its kind: a rule file of data/actions */
  action: string;
  /** For people */
  subject: string;
  /** Where it is about one */
  artist: string | null;
  /** Where it is about one */
  label: string | null;
  /** Primary subtag */
  language: string | null;
  /** Where it is about one alone */
  territory: string | null;
  /** The contract */
  document: string | null;
  /** Who acts or is asked */
  who: string | null;
  /** The role of who acts */
  role: string;
  /** Recordings or names */
  items: number;
  /** Yen */
  cost_jpy: number;
  listeners: Percentiles;
  yen: Percentiles;
  /** Share of its streams whose yield is measured */
  yield_known: number | null;
  /** Cells in no figure */
  worth_unknown_cells: number;
  /** The day it can begin */
  starts: string;
  /** From when it acts */
  acts_from: string;
  /** The last day to begin it */
  deadline: string;
  /** Ids of what has to be done first */
  needs: Array<string>;
  /** Why, with its figures */
  reason: string;
  /** Yen more that bring it in */
  more_jpy: number;
  /** The cost at which it would earn its place */
  at_cost_jpy: number | null;
};

/** A row of the table of budgets */
export type PlanRule = {
  /** Its name */
  name: string;
  /** A ceiling or a least share */
  rule: "at_most" | "least_share";
  /** Yen, or the share */
  limit: number;
  /** Yen of actions it is about */
  spent_jpy: number;
};

/** What a tenth more buys */
export type PlanLargerBudget = {
  /** Yen */
  budget_jpy: number;
  totals: PlanTotals;
  /** Ids that come in */
  more: Array<string>;
  /** Ids that go out */
  fewer: Array<string>;
};

/** What pins and bans change */
export type PlanWhatIf = {
  without: PlanTotals;
  /** Ids that come in */
  more: Array<string>;
  /** Ids that go out */
  fewer: Array<string>;
};

/** Actions chosen under a budget, and how far from the best */
export type Plan = {
  /** The day it is made on */
  as_of: string;
  /** The last day on which gains count */
  horizon_last: string;
  /** Of the world */
  generation: number;
  /** Yen */
  budget_jpy: number;
  /** What was aimed at */
  objective: "listeners" | "income" | "breadth";
  /** Weight of the worst tenth */
  caution: number;
  /** Of the futures */
  seed: number;
  /** Possible actions */
  candidates: number;
  /** own or cbc */
  engine: string;
  /** Proven best */
  proven: boolean;
  /** Of the chosen set */
  objective_value: number;
  /** No set has more */
  bound: number;
  /** As a share */
  gap_to_bound: number;
  /** Units of work */
  work: number;
  /** By the clock */
  stopped_early: boolean;
  totals: PlanTotals;
  /** In the order to begin them */
  actions: Array<PlanAction>;
  /** Budgets and shares */
  rules: Array<PlanRule>;
  /** What just missed */
  missed: Array<MissedAction>;
  /** Ids that are begun */
  committed: Array<string>;
  what_if?: PlanWhatIf;
  larger_budget?: PlanLargerBudget;
  /** That play, nobody knows how much */
  artists_territories_unknown: number;
  /** With too few streams */
  artists_territories_too_small: number;
  /** Beyond the limit */
  left_out: number;
};

/** What was said before it began */
export type Intervention = {
  /** Its name */
  id: string;
  /** The plan it comes from */
  plan: string;
  /** Of that plan */
  version: number;
  /** The id there */
  action: string;
  /** Kinds of action */
  kinds: Array<string>;
  /** Whose streams tell */
  artist: string;
  /** Where */
  territories: Array<string>;
  /** Who answers for it */
  owner: string;
  /** The day it was entered */
  registered: string;
  /** The day it begins */
  starts: string;
  /** From when it acts */
  acts_from: string;
  /** The day it is measured */
  review: string;
  /** 80 % interval of the share added */
  expected_low: number;
  /** Its middle */
  expected_middle: number;
  /** Its upper end */
  expected_high: number;
  /** Yen */
  cost_jpy: number;
};

/** What measuring said; null while nobody has */
export type MeasuredEffect = {
  /** In a word */
  verdict: "worked" | "no_evidence" | "harmed" | "cannot_tell";
  /** Share added */
  estimate: number | null;
  /** Its ends */
  interval: Array<number> | null;
  /** sdid, sc, did or bsts */
  method: string;
  /** The day */
  measured_on: string;
  /** Who kept it */
  by: string;
  /** Of the interval */
  level?: number;
} | null;

/** What people decided; null while nobody has */
export type SteeringDecision = {
  /** The decision */
  word: "stop" | "continue" | "change";
  /** The reason */
  why: string;
  /** Who */
  by: string;
  /** The day */
  made_on: string;
} | null;

/** One intervention */
export type ImpactRow = {
  intervention: Intervention;
  /** Its day has come and nobody has measured */
  review_due: boolean;
  measured: MeasuredEffect;
  decision: SteeringDecision;
};

/** What was done, found and decided */
export type Impact = {
  /** The day */
  as_of: string;
  /** By the day they began */
  interventions: Array<ImpactRow>;
};

/** One territory on a page */
export type Brief = {
  /** Code */
  territory: string;
  /** The day */
  as_of: string;
  /** Recordings */
  recordings: number;
  /** Cells */
  open: number;
  /** Cells */
  closed: number;
  /** Cells */
  unknown: number;
  /** Of the open ones */
  not_understood: number;
  /** Of the closed ones */
  worth_streams_28d: number;
  /** Of which nobody can tell */
  worth_unknown_cells: number;
  /** Those that open most */
  decisions: Array<{
    /** Of the decision */
    id: string;
    /** Who */
    party: string;
    /** Recordings */
    recordings: number;
    /** The contract */
    document: string | null;
  }>;
  /** Approved actions */
  planned: Array<{
    /** Name and version */
    plan: string;
    /** Its id */
    id: string;
    /** Its kind */
    action: string;
    /** Whose */
    artist: string | null;
    /** Yen */
    cost_jpy: number;
    /** The day */
    starts: string;
  }>;
  /** Yen for this territory alone */
  planned_jpy: number;
  /** Done and measured */
  interventions: Array<ImpactRow>;
};
