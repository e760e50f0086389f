#include "app/file_import.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "app/foreign_table.h"
#include "app/nation.h"
#include "app/report_money.h"
#include "app/report_standing.h"
#include "app/service_import.h"
#include "app/statement_standing.h"
#include "app/supersession.h"
#include "base/sha256.h"
#include "formats/charts/chart_reader.h"
#include "formats/ddex/ern_reader.h"
#include "formats/dsr/dsr_reader.h"
#include "formats/returns/return_file.h"
#include "formats/services/apple_reports.h"
#include "formats/services/believe_trends.h"
#include "formats/table/mapped_rows.h"
#include "formats/table/tables.h"

namespace umikoe::app {
namespace {

using formats::Format;

// One file on its way in: what is known of it so far.
struct Import {
  WorldStore& store;
  const ImportOptions& options;
  FileIdentity identity;
  formats::ByteSource source;
  std::function<Result<formats::ByteSource>()> reopen;
  formats::table::NumbersSource numbers;  // of the catalogue on file, once it is complete
  DeliveryReport report;
  DeliveryContent content;
  bool keep = true;                                               // false: reported, nothing stored
  std::optional<Result<formats::ddex::ErnMessage>> message = {};  // read ahead
};

void reject(DeliveryReport& report, Error error) {
  report.status = "rejected";
  error.where.file = report.path;
  report.errors.push_back(std::move(error));
  report.findings.clear();
  report.counts = {};
}

std::string file_name(const std::string& path) {
  const size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Result<void> read_ern_message(Import& import, DeliveryWriter&) {
  UMIKOE_TRY(auto message,
             import.message ? std::move(*import.message) : formats::ddex::read_ern(import.source));
  DeliveryReport& report = import.report;
  report.format = "ern-" + message.version;
  if (message.statement.kind == rights::StatementKind::purge) report.format += "-purge";
  report.counts = message.counts;
  report.findings = std::move(message.findings);
  rights::Statement& statement = message.statement;
  report.sender = statement.party().label();
  if (message.is_test) {
    report.status = "ignored";
    report.reason = "test_message";
    import.keep = false;
    return {};
  }
  statement.document = file_name(report.path);
  statement.source_sha256 = import.identity.sha256;
  rights::prepare(statement);
  UMIKOE_TRY(const auto on_file, import.store.statements_sharing(statement.main_release.keys()));
  UMIKOE_TRY(const auto declared, import.store.parties());
  const Standing standing = standing_of(statement, on_file, declared);
  report.status = standing.status;
  report.reason = standing.reason;
  import.content.statements.push_back(std::move(statement));
  import.content.contents = std::move(message.contents);
  return {};
}

// How a report stands to its other versions; which ones it replaces.
Result<std::vector<DeliveryId>> keep_version(Import& import,
                                             const std::optional<demand::ReportVersion>& version) {
  if (!version) return std::vector<DeliveryId>{};
  UMIKOE_TRY(const auto on_file, import.store.report_versions());
  ReportStanding standing = standing_of(*version, on_file);
  DeliveryReport& report = import.report;
  report.status = standing.status;
  report.reason = standing.reason;
  import.keep = standing.status != "ignored";
  report.findings.insert(report.findings.end(), standing.findings.begin(),
                         standing.findings.end());
  import.content.report_versions.push_back(*version);
  return std::move(standing.replaces);
}

Result<void> read_dsr_report(Import& import, DeliveryWriter& writer) {
  Result<void> stored;
  UMIKOE_TRY(auto report, formats::dsr::count_dsr(import.source, [&](const demand::UsageRow& row) {
               if (stored) stored = writer.add(row);
             }));
  UMIKOE_TRY(std::move(stored));
  import.report.sender = report.sender.label();
  import.report.counts = report.counts;
  import.report.findings = std::move(report.findings);
  if (!report.sender.keys().empty()) {
    import.content.parties.push_back({report.sender, catalogue::PartyRole::service});
  }
  UMIKOE_TRY(const auto replaced, keep_version(import, report.version));
  if (!import.keep) return {};
  UMIKOE_TRY(const auto with_lines,
             keep_money(import.store, std::move(report.statements), replaced,
                        file_name(import.report.path), import.report, import.content));
  if (with_lines.empty()) return {};
  // Whether the lines add up was known only at the end of the first reading.
  UMIKOE_TRY(const auto again, import.reopen());
  const auto read = formats::dsr::read_dsr(
      again, [](const demand::UsageRow&) {},
      [&](const demand::RevenueRow& row) {
        if (stored && with_lines.contains(row.currency)) stored = writer.add(row);
      });
  if (!read) return std::unexpected(read.error());
  return stored;
}

Result<void> read_chart_file(Import& import, DeliveryWriter& writer) {
  Result<void> stored;
  UMIKOE_TRY(auto report, formats::charts::read_chart(import.identity.format, import.source,
                                                      file_name(import.report.path),
                                                      [&](demand::ChartRow&& row) {
                                                        if (stored) stored = writer.add(row);
                                                      }));
  UMIKOE_TRY(std::move(stored));
  import.report.counts = report.counts;
  import.report.findings = std::move(report.findings);
  return {};
}

void name_document(std::string& document, const std::string& path) {
  if (document.empty()) document = file_name(path);
}

// A copy of a statement on file is ignored; another version of one is a question to its sender.
Result<void> keep_statements(Import& import, std::vector<demand::RevenueStatement> statements) {
  if (statements.empty()) return {};
  UMIKOE_TRY(const auto on_file, import.store.revenue_statements());
  StatementStanding standing = standing_of(statements, on_file);
  if (standing.error) return std::unexpected(std::move(*standing.error));
  if (standing.status != "accepted") {
    import.report.status = standing.status;
    import.report.reason = standing.reason;
    import.keep = false;
  }
  for (auto& statement : statements) statement.document = file_name(import.report.path);
  if (import.report.sender.empty()) import.report.sender = statements.front().sender;
  import.content.revenue_statements = std::move(statements);
  return {};
}

Result<void> keep_table(Import& import, formats::table::TableResult read) {
  auto& [contents, errors] = read;
  DeliveryReport& report = import.report;
  if (!errors.empty()) {
    for (auto& error : errors) reject(report, std::move(error));
    import.keep = false;
    return {};
  }
  report.counts = contents.counts;
  report.findings = std::move(contents.findings);
  import.content.contents.recordings = std::move(contents.recordings);
  // A table's releases name their recordings by ISRC.
  for (auto& recording : import.content.contents.recordings) {
    if (recording.isrc) recording.reference = recording.isrc->to_string();
  }
  import.content.contents.releases = std::move(contents.releases);
  for (auto& name : contents.names) {
    import.content.names.push_back({name.isrc, name.of_artist, std::move(name.form)});
  }
  import.content.licences = std::move(contents.licences);
  for (auto& licence : import.content.licences) name_document(licence.document, report.path);
  import.content.sightings = std::move(contents.sightings);
  for (auto& sighting : import.content.sightings) name_document(sighting.document, report.path);
  import.content.parties = std::move(contents.parties);
  import.content.groups = std::move(contents.groups);
  import.content.appearances = std::move(contents.appearances);
  for (auto& date : import.content.appearances) name_document(date.document, report.path);
  for (auto& statement : contents.statements) {
    statement.document = file_name(report.path);
    statement.source_sha256 = import.identity.sha256;
    rights::prepare(statement);
  }
  import.content.statements = std::move(contents.statements);
  import.content.videos = std::move(contents.videos);
  for (auto& video : import.content.videos) name_document(video.document, report.path);
  return keep_statements(import, std::move(contents.revenue_statements));
}

// Rows go to the store while they are read; the first failure is kept.
formats::table::RowSinks sinks_to(DeliveryWriter& writer, Result<void>& stored) {
  const auto add = [&writer, &stored](const auto& row) {
    if (stored) stored = writer.add(row);
  };
  formats::table::RowSinks sinks;
  sinks.revenue = add;
  sinks.usage = add;
  sinks.chart = add;
  return sinks;
}

Result<void> read_table_file(Import& import, DeliveryWriter& writer) {
  Result<void> stored;
  auto read = formats::table::read_table(import.identity.format, import.source,
                                         sinks_to(writer, stored), import.numbers);
  UMIKOE_TRY(std::move(stored));
  return keep_table(import, std::move(read));
}

// Plays that Apple counts, and which recordings its identifiers are.
Result<void> read_apple_file(Import& import, DeliveryWriter& writer) {
  Result<void> stored;
  auto read = formats::services::read_apple_report(import.identity.format, import.source,
                                                   sinks_to(writer, stored), import.numbers);
  UMIKOE_TRY(std::move(stored));
  import.report.sender = "Apple Music";
  return keep_table(import, std::move(read));
}

Result<void> read_believe_file(Import& import, DeliveryWriter& writer) {
  Result<void> stored;
  UMIKOE_TRY(auto report,
             formats::services::read_believe_trends(import.source, [&](demand::UsageRow&& row) {
               if (stored) stored = writer.add(row);
             }));
  UMIKOE_TRY(std::move(stored));
  import.report.sender = "Believe";
  import.report.counts = report.counts;
  import.report.findings = std::move(report.findings);
  return {};
}

// A workbook of several tables is as many deliveries: what was read of it is part of what it is
// known by. True where just that is on file.
Result<bool> identify_sheets(Import& import, const formats::table::TableProposal& table) {
  if (table.sheets_left.empty()) return false;
  std::string name = import.identity.sha256;
  for (const auto& header : table.all_headers()) name += "\n" + table.sheets[header.sheet];
  Sha256 hash;
  hash.update({name.data(), name.size()});
  import.identity.sha256 = hash.finish_hex();
  UMIKOE_TRY(const auto held, import.store.delivery_with(import.identity.sha256));
  if (held) {
    import.report.status = "unchanged";
    import.keep = false;
  }
  return held.has_value();
}

// A table of somebody else: as a person confirmed it, or as its headers leave no doubt.
Result<void> read_foreign_table(Import& import, DeliveryWriter& writer) {
  UMIKOE_TRY(auto memory, table_memory(import.store));
  memory.numbers = import.numbers;
  MapOrder order{.sender = import.options.table_sender, .answers = {}};
  if (const std::string& sheet = import.options.table_sheet; !sheet.empty()) {
    const bool all = sheet == formats::table::all_sheets;
    order.answers.emplace_back("sheet", all ? formats::table::all_sheets_answer : sheet);
  }
  UMIKOE_TRY(const auto foreign, open_foreign_table(import.reopen, memory, order));
  const MapProposal& proposal = foreign.proposal;
  const formats::Format kind = proposal.table.mapping.kind;
  if (kind != formats::Format::unknown) import.report.format = formats::word(kind);
  import.report.sender = proposal.sender;
  if (!proposal.ready()) {
    for (const auto& question : proposal.table.questions) {
      import.report.questions.emplace_back(question_sentence(question, messages::Language::en),
                                           question_sentence(question, messages::Language::ja));
    }
    return std::unexpected(open_question(proposal, import.options.language));
  }
  Result<void> stored;
  UMIKOE_TRY(const bool held, identify_sheets(import, proposal.table));
  if (held) return {};
  const formats::table::TableSheets sheets(foreign.file, proposal.table.all_headers());
  auto read = formats::table::read_mapped(sheets, proposal.table.mapping, sinks_to(writer, stored),
                                          import.numbers);
  UMIKOE_TRY(std::move(stored));
  UMIKOE_TRY(keep_table(import, std::move(read)));
  if (import.report.status != "rejected") {
    auto& findings = import.report.findings;
    const auto how = how_it_was_read(proposal);
    findings.insert(findings.begin(), how.begin(), how.end());
  }
  return {};
}

// Kept as it was approved; what it replaces and whether it comes too late is said.
Result<void> read_national_return(Import& import, DeliveryWriter&) {
  UMIKOE_TRY(const auto file, formats::returns::read_return(import.source));
  DeliveryReport& report = import.report;
  report.sender = file.contributor;
  report.counts.rows = static_cast<int64_t>(file.lines.size());
  UMIKOE_TRY(report.findings, standing_of_return(import.store, file));
  HandedReturn handed;
  handed.contributor = file.contributor;
  handed.period_start = file.period.start;
  handed.period_end = file.period.end;
  handed.body = formats::returns::write_return(file);
  import.content.returns.push_back(std::move(handed));
  return {};
}

// An export of a service: what it shows where, its videos, what it holds of recordings.
Result<void> read_service_export(Import& import, DeliveryWriter&) {
  namespace services = formats::services;
  const std::string name = file_name(import.report.path);
  const auto day = day_of_export(name, import.options.received_at);
  auto [contents, errors] =
      import.identity.format == Format::youtube_videos
          ? services::read_youtube_videos(import.source, day)
          : services::read_service_table(import.identity.format, import.source, day);
  for (auto& error : errors) reject(import.report, std::move(error));
  if (!errors.empty()) {
    import.keep = false;
    return {};
  }
  import.report.counts = contents.counts;
  import.report.findings = std::move(contents.findings);
  keep_export(import.content, std::move(contents), name);
  return {};
}

Result<void> read_artists_export(Import& import, DeliveryWriter&) {
  UMIKOE_TRY(auto exported,
             formats::services::read_spotify_artists(import.identity.format, import.source));
  import.keep = false;
  return set_aside(import.report, std::move(exported), import.store);
}

// Kept with its recording, byte for byte.
Result<void> read_caption_file(Import& import, DeliveryWriter&) {
  UMIKOE_TRY(auto read,
             read_caption_delivery(import.source, import.report.path, import.options.captions));
  import.report.format = "captions-" + read.captions.format;
  import.report.counts.rows = read.captions.cues;
  import.report.findings = std::move(read.findings);
  import.identity.sha256 = read.identity();
  UMIKOE_TRY(const auto held, import.store.delivery_with(import.identity.sha256));
  if (held) {
    import.report.status = "unchanged";
    import.keep = false;
  }
  import.content.captions.push_back(std::move(read.captions));
  return {};
}

using Read = Result<void> (*)(Import&, DeliveryWriter&);

// How each format is read; formats that are not here are refused by name.
const std::map<Format, Read>& readers() {
  static const std::map<Format, Read> table{
      {Format::ern, read_ern_message},
      {Format::ern_purge, read_ern_message},
      {Format::dsr, read_dsr_report},
      {Format::table_recordings, read_table_file},
      {Format::table_names, read_table_file},
      {Format::table_licences, read_table_file},
      {Format::table_sightings, read_table_file},
      {Format::table_parties, read_table_file},
      {Format::table_groups, read_table_file},
      {Format::table_revenue, read_table_file},
      {Format::table_deliveries, read_table_file},
      {Format::table_plays, read_table_file},
      {Format::table_chart, read_table_file},
      {Format::table_appearances, read_table_file},
      {Format::apple_streams, read_apple_file},
      {Format::apple_content, read_apple_file},
      {Format::believe_trends, read_believe_file},
      {Format::captions, read_caption_file},
      {Format::table_unknown, read_foreign_table},
      {Format::workbook, read_foreign_table},
      {Format::old_workbook, read_foreign_table},
      {Format::national_return, read_national_return},
      {Format::youtube_videos, read_service_export},
      {Format::youtube_assets, read_service_export},
      {Format::youtube_claims, read_service_export},
      {Format::youtube_conflicts, read_service_export},
      {Format::youtube_views, read_service_export},
      {Format::apple_catalogue, read_service_export},
      {Format::service_availability, read_service_export},
      {Format::spotify_timeline, read_artists_export},
      {Format::spotify_songs, read_artists_export},
      {Format::spotify_playlists, read_artists_export},
      {Format::chart_kworb_daily, read_chart_file},
      {Format::chart_top50_playlist, read_chart_file},
      {Format::chart_kworb_raw, read_chart_file},
      {Format::chart_spotify, read_chart_file},
      {Format::chart_spotify_2017, read_chart_file},
      {Format::chart_spotify_countries, read_chart_file},
      {Format::chart_shazam, read_chart_file},
      {Format::chart_apple_feed, read_chart_file},
  };
  return table;
}

// The error for a file nobody reads: what it is, as far as that can be told.
Error refusal(Format format) {
  static const std::map<Format, std::string> codes{{Format::empty, "file_empty"},
                                                   {Format::other_xml, "xml_not_ern"}};
  const auto at = codes.find(format);
  return {at == codes.end() ? "format_unknown" : at->second};
}

// Which recordings a number names is known only when every catalogue of the import is on file.
constexpr const char* needs_catalogue = "catalogue_later";
Result<const catalogue::RecordingNumbers*> later() { return fail(needs_catalogue); }

DeliveryRecord record_of(const Import& import) {
  DeliveryRecord record;
  record.organisation = import.options.viewer.organisation;
  record.path = import.report.path;
  record.format = import.report.format;
  record.sha256 = import.identity.sha256;
  record.received_at = import.options.received_at;
  record.sender = import.report.sender;
  record.status = import.report.status;
  record.report = delivery_json(import.report, import.options.language);
  return record;
}

Result<void> read_and_keep(Import& import) {
  const auto reader = readers().find(import.identity.format);
  if (reader == readers().end()) {
    reject(import.report, refusal(import.identity.format));
    return {};
  }
  UMIKOE_TRY(const auto writer, import.store.begin_delivery());
  const auto read = reader->second(import, *writer);
  if (!read) {
    reject(import.report, read.error());
    return {};
  }
  if (!import.keep) return {};
  UMIKOE_TRY(writer->commit(record_of(import), import.content));
  return {};
}

}  // namespace

Result<DeliveryReport> import_file(WorldStore& store, const FileSource& files, PreparedFile file,
                                   const ImportOptions& options, bool catalogue_complete) {
  auto& [path, identity, message] = file;
  DeliveryReport report;
  report.path = path;
  report.status = "accepted";
  auto source = identity ? bytes_of(files, path) : std::unexpected(identity.error());
  if (!source) {
    report.format = "unknown";
    reject(report, source.error());
    return report;
  }
  if (options.captions.expected) identity->format = Format::captions;
  report.format = formats::word(identity->format);
  UMIKOE_TRY(const auto held, store.delivery_with(identity->sha256));
  // What comes in as captions is known by more than its bytes.
  if (held && !options.captions.expected) {
    report.format = held->format;
    report.sender = held->sender;
    report.status = "unchanged";
    return report;
  }
  const auto reopen = [&files, path = file.path] { return bytes_of(files, path); };
  formats::table::NumbersSource numbers = catalogue_complete ? numbers_on_file(store) : later;
  Import import{store,
                options,
                *identity,
                std::move(*source),
                reopen,
                std::move(numbers),
                std::move(report),
                {},
                true,
                std::move(message)};
  UMIKOE_TRY(read_and_keep(import));
  const auto waits = [](const Error& error) { return error.code == needs_catalogue; };
  if (std::ranges::any_of(import.report.errors, waits)) import.report.status = "deferred";
  return std::move(import.report);
}

}  // namespace umikoe::app
