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
  /** Its display artist */
  artist: string | null;
  /** Territory code */
  territory: string;
  reason: Reason;
  who: Who;
  /** Expected streams in the next 28 days; null when nothing supports an estimate */
  worth: number | null;
  worth_kind: WorthKind | null;
  /** Upper bound where the observation is a limit */
  worth_max: number | null;
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
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
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
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
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
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
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
  /** Closed cells without an estimate */
  worth_unknown: number;
  /** Sum of the known estimates; null when there is none */
  worth: number | null;
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
};

/** What cannot be heard */
export type Gap = {
  /** Day asked about */
  as_of: string;
  cells: Array<Cell>;
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
  /** One character per territory: o open, c closed, u unknown, x conflict, h heard without permission */
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
  /** The uses of a licence in one text, or how a sighting was made */
  detail: string | null;
};

/** One link of the chain */
export type ChainLink = {
  link: Link;
  state: State;
  reason: Reason | null;
  services: Array<ServiceState>;
  documents: Array<Document>;
};

/** A link still closed or unknown once those before it are mended */
export type Way = {
  link: Link;
  state: State;
  reason: Reason | null;
  who: Who;
};

/** Whom to ask when the answer is unknown */
export type Ask = {
  link: Link;
  /** Name of the party; null when only the role is known */
  party: string | null;
  role: Role;
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
  /** Whether it is heard there in fact */
  heard: "yes" | "no" | "unknown";
  ask: Ask | null;
  who: Who | null;
  /** The answer in one sentence */
  sentence: string;
  /** held, delivered, live, always all three */
  chain: Array<ChainLink>;
  /** In the order in which to mend them */
  ways: Array<Way>;
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
