#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "catalogue/online_video.h"
#include "catalogue/party.h"
#include "catalogue/recording.h"
#include "catalogue/recording_group.h"
#include "catalogue/release.h"
#include "demand/appearance.h"
#include "demand/observation.h"
#include "demand/revenue.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "formats/recognise.h"
#include "formats/table/columns.h"
#include "formats/table/joined_rows.h"
#include "rights/licence.h"
#include "rights/sighting.h"
#include "rights/statement.h"

namespace umikoe::formats::table {

class RevenueLines;
// Takes the lines of a table of revenue, plays or chart places while they are read: there may be
// millions of them.
using RevenueSink = std::function<void(const demand::RevenueRow&)>;
struct RowSinks {
  RevenueSink revenue = {};
  std::function<void(const demand::UsageRow&)> usage = {};
  std::function<void(const demand::ChartRow&)> chart = {};

  RowSinks() = default;
  template <class Revenue>
    requires std::is_invocable_v<Revenue&, const demand::RevenueRow&>
  RowSinks(Revenue sink) : revenue(std::move(sink)) {}
};

// A name form given to a recording by a table, apart from any message.
struct RecordingName {
  Isrc isrc;
  bool of_artist = false;  // else of the title
  catalogue::NameForm form;

  bool operator==(const RecordingName&) const = default;
};

// One of our CSV kinds, read whole (headers in docs/formats.md). A row that cannot be read makes
// the whole file an error with its line: a half-read ledger would answer wrongly.
struct TableContents {
  std::vector<catalogue::Recording> recordings;
  std::vector<catalogue::Release> releases;  // of a recordings table; resource_references are ISRCs
  std::map<std::string, size_t> places_of_releases;  // by reference, to join the rows of one
  std::vector<RecordingName> names;
  std::vector<rights::Licence> licences;
  std::vector<rights::Sighting> sightings;
  std::vector<catalogue::DeclaredParty> parties;
  std::vector<catalogue::GroupMember> groups;
  std::vector<rights::Statement> statements;  // of a list of deliveries, one for each row
  std::set<std::pair<std::string, Isrc>> members_of_groups;  // of `groups`, to find one named twice
  std::vector<demand::Appearance> appearances;
  std::vector<catalogue::OnlineVideo> videos;  // of a recordings table: which video shows it
  std::vector<demand::RevenueStatement> revenue_statements;  // one per currency
  std::shared_ptr<RevenueLines> revenue;  // while the lines are read; none afterwards
  RowSinks sinks;
  DeliveryCounts counts;
  std::vector<Finding> findings;
};
// Every error found, up to limits::errors_kept, is returned; contents only when there is none.
struct TableResult {
  TableContents contents;
  std::vector<Error> errors;
};
// Lines of a table with errors may have gone to the sink before: its owner drops them.
// Rows that name their recordings by number are joined with `numbers`; nothing stands for an empty
// catalogue.
TableResult read_table(Format format, const ByteSource& source, const RowSinks& sinks = {},
                       const NumbersSource& numbers = {});

// The same rows and rules for a table that was turned into one of our kinds: `feed` gives the
// header row with our column names, then every row.
using RowFeed =
    std::function<Result<void>(const std::function<Result<void>(const TableRow&)>& row)>;
TableResult read_table_rows(Format format, const RowFeed& feed, const RowSinks& sinks = {},
                            const NumbersSource& numbers = {});

// Every kind of table, and its columns.
std::vector<Format> table_formats();
std::span<const Column> columns_of(Format format);

}  // namespace umikoe::formats::table
