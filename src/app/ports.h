#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/viewer.h"
#include "app/of_recordings.h"
#include "base/date.h"
#include "base/result.h"
#include "catalogue/contents.h"
#include "catalogue/online_video.h"
#include "catalogue/recording_group.h"
#include "demand/appearance.h"
#include "demand/observation.h"
#include "demand/report_version.h"
#include "demand/revenue.h"
#include "demand/video_views.h"
#include "edits/edit.h"
#include "localisation/names/morpheme.h"
#include "plan/mixed_model.h"
#include "rights/licence.h"
#include "rights/service_asset.h"
#include "rights/sighting.h"
#include "rights/statement.h"

// What the stores must offer. The only place with virtual functions: rooms are values, and only
// main names a concrete store.
namespace umikoe::app {

struct WorldInfo {
  access::Organisation organisation;
  std::optional<Date> as_of;  // the default of every --date; absent: today
  bool demo = false;
  // Raised by every accepted delivery and every edit, and when the day changes that questions are
  // about.
  int64_t generation = 0;
  int schema_version = 0;
};

// One imported file. The report is the JSON a person was shown.
struct DeliveryRecord {
  DeliveryId id;
  OrganisationId organisation;
  std::string path;
  std::string format;
  std::string sha256;
  Instant received_at;
  std::string sender;
  std::string status;
  std::string report;

  bool operator==(const DeliveryRecord&) const = default;
};

// A name given to a recording by a table, apart from any message.
struct GivenName {
  Isrc isrc;
  bool of_artist = false;
  catalogue::NameForm form;

  bool operator==(const GivenName&) const = default;
};

// A file of captions or lyrics that belongs to one recording, as it was delivered.
struct KeptCaptions {
  DeliveryId delivery = {};
  Isrc isrc;
  std::string language;  // BCP 47
  std::string format;    // a word of formats/captions/caption_format.h
  std::string document;  // the file's name
  std::string sha256;    // of its bytes
  int64_t cues = 0;
  std::string bytes = {};  // on the way in; afterwards asked for one by one

  bool operator==(const KeptCaptions&) const = default;
};

// What a label handed to the national office for one period: an aggregate it inspected itself.
struct HandedReturn {
  DeliveryId delivery = {};
  std::string contributor;
  Date period_start;
  Date period_end;   // half-open
  std::string body;  // the return's own JSON, as approved

  bool operator==(const HandedReturn&) const = default;
};

// All that one delivery adds besides observations; ids are given by the store.
struct DeliveryContent {
  // One of a message; of a distributor's list one for each row.
  std::vector<rights::Statement> statements;
  catalogue::Contents contents;
  std::vector<GivenName> names;
  std::vector<rights::Licence> licences;
  std::vector<rights::Sighting> sightings;
  std::vector<catalogue::DeclaredParty> parties;
  std::vector<catalogue::GroupMember> groups;
  std::vector<catalogue::OnlineVideo> videos;
  std::vector<rights::ServiceAsset> assets;
  std::vector<demand::RevenueStatement> revenue_statements;
  std::vector<demand::VideoViews> views;
  std::vector<HandedReturn> returns;
  std::vector<KeptCaptions> captions;                  // at most one of each recording
  std::vector<demand::ReportVersion> report_versions;  // of a sales report: at most one
  std::vector<demand::Appearance> appearances;

  bool operator==(const DeliveryContent&) const = default;
};

struct DeliveredContents {
  DeliveryId delivery;
  std::string document;
  catalogue::Contents contents;

  bool operator==(const DeliveredContents&) const = default;
};

// Net units of one recording, service, territory and period over all reports. Daily reports are
// gathered by month, from the first to the last day there is.
struct UsageTotal {
  DeliveryId delivery;  // of the first report that names it
  std::string service;
  std::string service_name;
  Isrc isrc;
  TerritoryCode territory;
  Date period_start;
  Date period_end;
  int64_t paid_units = 0;
  int64_t user_generated_units = 0;

  bool operator==(const UsageTotal&) const = default;
};

// Money of one recording, service, territory, month and kind of use, as one statement states it.
// Amounts are summed only where every line states them.
struct RevenueTotal {
  DeliveryId delivery;
  std::string service;
  std::string service_name;
  Isrc isrc;
  TerritoryCode territory;
  Date usage_month;
  std::string use_type;  // as written
  bool user_generated = false;
  CurrencyCode currency;
  int64_t units = 0;
  std::optional<FineAmount> gross;
  std::optional<FineAmount> ours;

  bool operator==(const RevenueTotal&) const = default;
};

// What charts of one kind in one territory say about one artist and title, or about the chart
// itself where artist and title are empty.
struct ChartSummary {
  std::string chart;
  TerritoryCode territory;
  std::string artist;
  std::string title;
  std::optional<Isrc> isrc;
  Date first_day;
  Date last_day;
  int32_t best_rank = 0;
  int32_t depth = 0;
  // Of the last 28 days up to the as-of day, or up to the chart's last fresh day where that is at
  // most a week earlier: charts come late, and a day not yet told is no day below the chart.
  std::optional<int64_t> streams_28d;
  int64_t days_28d = 0;                      // days of those 28 on the chart; a week counts seven
  std::optional<int64_t> threshold_streams;  // a day's, of the lowest row, median of those days

  bool operator==(const ChartSummary&) const = default;
};

// Which observations a series is made of: recordings by ISRC, rows of charts without one by artist
// and title as written, in some territories, up to a day.
struct SeriesQuestion {
  std::vector<Isrc> isrcs;
  std::vector<std::pair<std::string, std::string>> names;
  std::vector<TerritoryCode> territories;
  Date as_of;
};

// What one chart says on one day, or of one week, about the recordings of a question. Days that
// repeat the one before count for nothing and are left out.
struct ChartedDay {
  std::string chart;
  TerritoryCode territory;
  Date day;
  demand::ChartSpan span = demand::ChartSpan::day;
  int32_t depth = 0;
  std::optional<int64_t> lowest;       // streams of the lowest row
  int64_t rows = 0;                    // of those recordings
  std::optional<int64_t> streams;      // of those rows, where all state them
  std::optional<int32_t> best_rank;    // of those rows
  std::vector<DeliveryId> deliveries;  // that state the chart's day

  bool operator==(const ChartedDay&) const = default;
};

// Plays of the recordings of a question that one delivery reports for one period; use made by
// others apart.
struct UsagePeriod {
  DeliveryId delivery;
  std::string service;
  std::string service_name;
  TerritoryCode territory;
  Date period_start;
  Date period_end;  // the last day
  int64_t units = 0;
  bool user_generated = false;

  bool operator==(const UsagePeriod&) const = default;
};

// What one compaction did to the files of observations.
struct Compaction {
  int64_t files_before = 0;
  int64_t files_after = 0;
  int64_t bytes_before = 0;
  int64_t bytes_after = 0;
  int64_t rows = 0;  // of the files written anew

  bool operator==(const Compaction&) const = default;
};

// One delivery on its way in. Nothing of it can be seen until commit returns, and after that it
// survives a power cut; destroyed without commit it leaves nothing.
class DeliveryWriter {
 public:
  virtual ~DeliveryWriter() = default;
  virtual Result<void> add(const demand::ChartRow& row) = 0;
  virtual Result<void> add(const demand::UsageRow& row) = 0;
  virtual Result<void> add(const demand::RevenueRow& row) = 0;
  virtual Result<DeliveryId> commit(const DeliveryRecord& record,
                                    const DeliveryContent& content) = 0;
};

class FileReader {
 public:
  virtual ~FileReader() = default;
  // Fills the buffer from where the last call ended; 0 at the end.
  virtual Result<size_t> read(std::span<char> buffer) = 0;
};

// Files of the user's machine, as import reads them.
class FileSource {
 public:
  virtual ~FileSource() = default;
  // Every file at or below the path, in byte order of names; error no_such_file.
  virtual Result<std::vector<std::string>> files_at(const std::string& path) const = 0;
  virtual Result<std::unique_ptr<FileReader>> open(const std::string& path) const = 0;
};

// Writes files of the user's machine: what the demo puts down for import to read.
class FileSink {
 public:
  virtual ~FileSink() = default;
  // With its parents; a folder that is there already is fine. Error file_unwritable.
  virtual Result<void> make_folder(const std::string& path) = 0;
  // Replaces a file of that name. Error file_unwritable.
  virtual Result<void> write(const std::string& path, std::string_view bytes) = 0;
};

// Cuts Japanese text into morphemes with their readings. Not for two threads at once.
class MorphologicalEngine {
 public:
  virtual ~MorphologicalEngine() = default;
  // Engine, dictionary and its size: kept with every reading it makes.
  virtual const std::string& name() const = 0;
  // At most `count` ways to cut the text, the cheapest first. Error: text_too_long.
  virtual Result<std::vector<localisation::MorphemePath>> analyse(std::string_view text,
                                                                  size_t count) = 0;
};

// A service that translates texts by machine, as a person entered it. The key itself is never kept:
// `key_variable` names the variable of the environment that holds it.
struct TranslationProvider {
  std::string name;
  std::string shape;  // libretranslate or deepl: how questions and answers look
  std::string url;    // http://host:port or https://host, without a path
  std::string key_variable;
  std::string version;  // as the person knows it; services do not say

  bool operator==(const TranslationProvider&) const = default;
};

struct MachineQuestion {
  std::vector<std::string> texts;
  std::string source_language;  // BCP 47
  std::string target_language;
};

// One provider, ready to be asked. It sends nothing but what a question holds.
class MachineTranslator {
 public:
  virtual ~MachineTranslator() = default;
  // As many texts as the question has. Errors: machine_unreachable, machine_refused,
  // machine_answer_invalid.
  virtual Result<std::vector<std::string>> translate(const MachineQuestion& question) = 0;
};

// Solves linear programmes with whole numbers: the second opinion on a portfolio.
class MixedSolver {
 public:
  virtual ~MixedSolver() = default;
  // Solver and version.
  virtual const std::string& name() const = 0;
  // The best answer, or the best found within so many seconds of the clock, with its bound. Errors:
  // solver_found_no_way (no values keep the rows), solver_out_of_time (none found yet),
  // solver_failed.
  virtual Result<plan::MixedAnswer> solve(const plan::MixedModel& model, double seconds) = 0;
};

// A part of a sectioned file: a name of at most 15 ASCII characters, and its bytes.
struct FileSection {
  std::string name;
  std::string_view bytes;
};

// An immutable file of sections, open for reading: whole until this is destroyed, also when another
// has taken its place.
class SectionedFile {
 public:
  virtual ~SectionedFile() = default;
  virtual int64_t generation() const = 0;
  // Its checksum is compared the first time it is asked for. Error map_broken {reason}.
  virtual Result<std::string_view> section(std::string_view name) const = 0;
};

// Where a world keeps compiled answers: files that follow from the rest of it. Whoever reads the
// world may write them, and nothing is lost with them.
class MapFolder {
 public:
  virtual ~MapFolder() = default;
  // In order of name.
  virtual std::vector<std::string> names() const = 0;
  // Errors map_missing, map_broken {reason}, map_other_format.
  virtual Result<std::shared_ptr<const SectionedFile>> open(const std::string& name) const = 0;
  // Whole or not at all; then takes the other maps away. Who has one open keeps it.
  virtual Result<void> replace(const std::string& name, int64_t generation,
                               std::span<const FileSection> sections) = 0;
};

// What came after a generation, as far as it can be told by recording.
struct Changes {
  // Only messages, licences, sightings, parties and edits. Answers of other recordings can rest on
  // what the documents say of parties alone.
  bool only_rights = true;
  std::vector<std::string> edit_kinds;  // in order, each once
  std::vector<Isrc> recordings;         // in order: all that they can be about
};

class WorldStore {
 public:
  virtual ~WorldStore() = default;

  virtual Result<WorldInfo> info() const = 0;
  virtual Result<void> set_as_of(std::optional<Date> as_of, bool demo) = 0;
  virtual Result<std::unique_ptr<DeliveryWriter>> begin_delivery() = 0;

  virtual Result<std::optional<DeliveryRecord>> delivery_with(const std::string& sha256) const = 0;
  virtual Result<std::vector<DeliveryRecord>> deliveries() const = 0;

  // In order: every recording that any document or report names.
  virtual Result<std::vector<Isrc>> recordings() const = 0;
  // In order of delivery. With an ISRC: every statement whose release group (releases that share
  // an id, transitively) ever held that recording, purges included. Prepared for evaluation.
  virtual Result<std::vector<rights::Statement>> statements(const OfRecordings& of) const = 0;
  // Every statement of the release groups that hold one of these release keys.
  virtual Result<std::vector<rights::Statement>> statements_sharing(
      const std::vector<std::string>& release_keys) const = 0;
  virtual Result<std::vector<rights::Licence>> licences(const OfRecordings& of) const = 0;
  virtual Result<std::vector<rights::Sighting>> sightings(const OfRecordings& of) const = 0;
  virtual Result<std::vector<catalogue::DeclaredParty>> parties() const = 0;
  // In order of delivery; with an ISRC only deliveries that name it.
  virtual Result<std::vector<DeliveredContents>> contents(const OfRecordings& of) const = 0;
  virtual Result<std::vector<GivenName>> names(const OfRecordings& of) const = 0;

  // In order of delivery, each; with an ISRC only those about it.
  virtual Result<std::vector<catalogue::OnlineVideo>> videos(const OfRecordings& of) const = 0;
  virtual Result<std::vector<rights::ServiceAsset>> assets(const OfRecordings& of) const = 0;
  // In order of delivery, whole: a group is more than one recording.
  virtual Result<std::vector<catalogue::GroupMember>> groups() const = 0;
  virtual Result<std::vector<demand::RevenueStatement>> revenue_statements() const = 0;
  // Of every sales report that says which report it is. What demand::replaced_deliveries names of
  // them is kept, and left out of usage, revenue, their statements and the series.
  virtual Result<std::vector<demand::ReportVersion>> report_versions() const = 0;
  virtual Result<std::vector<demand::VideoViews>> views() const = 0;
  virtual Result<std::vector<HandedReturn>> returns() const = 0;
  // In order of delivery, each row: what replaces what is demand::standing_appearances.
  virtual Result<std::vector<demand::Appearance>> appearances() const = 0;
  // In order of delivery, without their bytes.
  virtual Result<std::vector<KeptCaptions>> captions(const OfRecordings& of) const = 0;
  // As delivered, byte for byte. Error captions_unknown.
  virtual Result<std::string> caption_bytes(const Isrc& isrc, DeliveryId delivery) const = 0;

  // What people changed, in order. An append raises the generation and survives a power cut.
  virtual Result<edits::Edit> append_edit(const edits::EditDraft& entry) = 0;
  // Several in one transaction: all or none.
  virtual Result<void> append_edits(std::span<const edits::EditDraft> entries) = 0;
  virtual Result<std::vector<edits::Edit>> edits() const = 0;

  // Ordered by delivery, service, ISRC, territory, month, use, user_generated and currency.
  virtual Result<std::vector<RevenueTotal>> revenue(const OfRecordings& of) const = 0;
  // How many rows of usage are on file, replaced ones too: what reading them all would cost.
  virtual Result<int64_t> usage_rows() const = 0;
  // Ordered by service, ISRC, territory and period.
  virtual Result<std::vector<UsageTotal>> usage(const OfRecordings& of) const = 0;
  // Ordered by chart, territory, artist, title; the chart's own line (empty names) first.
  virtual Result<std::vector<ChartSummary>> charts(Date as_of) const = 0;
  // Every fresh day of every chart of the question's territories, ordered by chart, territory and
  // day: a day without a row of its recordings bounds them.
  virtual Result<std::vector<ChartedDay>> chart_days(const SeriesQuestion& question) const = 0;
  // The rows of some days of one chart, as the deliveries state that chart_days names for them; by
  // day, territory, rank, artist and title. A row's file_day is the last day it counts, since
  // nobody knew it before. Error limit_exceeded (forecast_rows).
  virtual Result<std::vector<demand::ChartLine>> chart_lines(
      std::span<const ChartedDay> days) const = 0;
  // By service, territory, period, delivery and use; periods that end by the question's day.
  virtual Result<std::vector<UsagePeriod>> usage_periods(const SeriesQuestion& question) const = 0;

  // At most one recording more than `most`: then there are too many.
  virtual Result<Changes> changes_since(int64_t generation, size_t most) const = 0;

  // Writes the observations of many files into few, ordered as questions ask, and puts them
  // in the place of the old ones in one transaction. No answer changes, and no generation.
  virtual Result<Compaction> compact() = 0;

  // Every inconsistency found: registered files that are missing or changed, broken pages.
  virtual Result<std::vector<Finding>> verify() const = 0;
};

}  // namespace umikoe::app
