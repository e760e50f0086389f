#include "formats/table/joined_rows.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "formats/over_limit.h"
#include "formats/table/folded.h"

namespace umikoe::formats::table {
namespace {

using catalogue::NamedRecordings;
using catalogue::NumberedRecording;
using catalogue::NumberKind;

struct NumberColumn {
  std::string_view column;
  NumberKind kind;
};
constexpr std::array numbers = {NumberColumn{"recording_id", NumberKind::own_id},
                                NumberColumn{"catalogue_number", NumberKind::catalogue_number},
                                NumberColumn{"icpn", NumberKind::icpn}};

constexpr std::array of_rights = {Column{"recording_id"}, Column{"catalogue_number"},
                                  Column{"icpn"},         Column{"track"},
                                  Column{"title"},        Column{"about"}};
constexpr std::array of_money = {Column{"recording_id"}, Column{"catalogue_number"},
                                 Column{"icpn"},         Column{"track"},
                                 Column{"title"},        Column{"unknown_numbers"}};

constexpr std::array of_plays = {Column{"recording_id"}, Column{"catalogue_number"}, Column{"icpn"},
                                 Column{"track"}, Column{"title"}};

constexpr size_t numbers_remembered = 100'000;

Error refusal(const char* code, std::string_view column, const std::string& number, size_t count) {
  return {code,
          {{"column", std::string(column)}, {"number", number}, {"count", std::to_string(count)}},
          {.file = {}, .line = 0, .element = std::string(column)}};
}

std::optional<int32_t> track_of(std::string_view text) {
  int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size() && number > 0;
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::span<const Column> joining_columns(Format kind) {
  switch (kind) {
    case Format::table_licences:
    case Format::table_deliveries:
    case Format::table_sightings:
      return of_rights;
    case Format::table_revenue:
      return of_money;
    case Format::table_plays:
      return of_plays;
    default:
      return {};
  }
}

bool is_joining_column(std::string_view column) {
  return std::ranges::find(of_rights, column, &Column::name) != of_rights.end() ||
         std::ranges::find(of_money, column, &Column::name) != of_money.end();
}

bool is_joining_column(Format kind, std::string_view column) {
  const auto columns = joining_columns(kind);
  return std::ranges::find(columns, column, &Column::name) != columns.end();
}

bool is_number_column(std::string_view column) {
  return std::ranges::find(numbers, column, &NumberColumn::column) != numbers.end();
}

RowJoining::RowJoining(Format kind, const std::vector<std::string>& header, NumbersSource numbers)
    : kind_(kind), source_(std::move(numbers)) {
  const auto columns = joining_columns(kind);
  for (size_t i = 0; i < header.size(); ++i) {
    const bool ours = std::ranges::find(columns, header[i], &Column::name) != columns.end();
    if (ours || header[i] == "isrc") places_.emplace(header[i], i);
  }
}

bool RowJoining::possible() const {
  return std::ranges::any_of(numbers,
                             [&](const NumberColumn& n) { return places_.contains(n.column); });
}

std::string RowJoining::cell(const TableRow& row, std::string_view column) const {
  const auto at = places_.find(column);
  if (at == places_.end() || at->second >= row.cells.size()) return {};
  return folded(row.cells[at->second]);
}

bool RowJoining::by_number(const TableRow& row) const {
  if (!cell(row, "isrc").empty()) return false;
  return std::ranges::any_of(numbers,
                             [&](const NumberColumn& n) { return !cell(row, n.column).empty(); });
}

const NamedRecordings& RowJoining::named(NumberKind kind, const std::string& number) {
  const std::string key = std::to_string(static_cast<int>(kind)) + number;
  if (const auto at = named_.find(key); at != named_.end()) return at->second;
  if (named_.size() >= numbers_remembered) named_.clear();
  return named_.emplace(key, numbers_->find(kind, number)).first->second;
}

// The recordings that all numbers of the row agree on.
std::optional<Error> RowJoining::look_up(const TableRow& row, JoinedRecordings& out,
                                         std::vector<NumberedRecording>& found) {
  std::string_view column;
  bool any = false;
  for (const NumberColumn& number : numbers) {
    const std::string written = cell(row, number.column);
    if (written.empty()) continue;
    if (column.empty()) {
      column = number.column;
      out.column = std::string(column);
      out.number = std::string(without_spaces_around(row.cells[places_.find(column)->second]));
    }
    const NamedRecordings& named = this->named(number.kind, written);
    if (named.recordings.empty()) continue;
    if (named.several_releases) {
      return refusal("number_several_releases", number.column, written, named.recordings.size());
    }
    if (!any) found = named.recordings;
    if (any) {
      std::erase_if(found, [&](const NumberedRecording& one) {
        return std::ranges::find(named.recordings, one.isrc, &NumberedRecording::isrc) ==
               named.recordings.end();
      });
      if (found.empty()) return refusal("numbers_disagree", number.column, written, 0);
    }
    any = true;
  }
  out.unknown = !any;
  if (!any) return refusal("number_unknown", column, out.number, 0);
  if (std::ssize(found) > limits::recordings_per_number.value) {
    return over_limit(limits::recordings_per_number,
                      {.file = {}, .line = 0, .element = std::string(column)});
  }
  return std::nullopt;
}

// One recording of a release, by its track number or by its title there. A title that several
// recordings of the release bear decides nothing.
std::optional<Error> RowJoining::narrow(const TableRow& row, JoinedRecordings& out,
                                        std::vector<NumberedRecording>& found) const {
  const std::string track = cell(row, "track");
  const std::string title = cell(row, "title");
  const bool all = cell(row, "about") == "release";
  if (!track.empty()) {
    const auto number = track_of(track);
    if (!number) return refusal("track_invalid", "track", track, 0);
    // The single recording of a release whose documents number none is its only track.
    const bool only = found.size() == 1 && found.front().track == 0 && *number == 1;
    if (!only) std::erase_if(found, [&](const auto& one) { return one.track != *number; });
    if (found.size() != 1) return refusal("track_unknown", "track", track, found.size());
  }
  const auto titled = [&](const NumberedRecording& one) {
    return std::ranges::any_of(one.titles, [&](const auto& text) { return folded(text) == title; });
  };
  if (!title.empty() && !all && found.size() > 1) {
    const auto count = std::ranges::count_if(found, titled);
    if (count == 1) std::erase_if(found, [&](const auto& one) { return !titled(one); });
    // "either" says that rows mean the release where they name no recording of it; this one does.
    if (count != 1) return refusal("title_not_in_release", "title", title, found.size());
  }
  out.several = found.size() > 1 && !all && cell(row, "about") != "either";
  return std::nullopt;
}

Result<JoinedRecordings> RowJoining::recordings_of(const TableRow& row) {
  if (!numbers_) {
    static const catalogue::RecordingNumbers nothing;
    numbers_ = &nothing;
    if (source_) {
      UMIKOE_TRY(numbers_, source_());
    }
  }
  JoinedRecordings out;
  std::vector<NumberedRecording> found;
  out.error = look_up(row, out, found);
  const bool money = kind_ == Format::table_revenue;
  if (out.unknown && money && cell(row, "unknown_numbers") == "total_only") out.error.reset();
  if (!out.error && !out.unknown) out.error = narrow(row, out, found);
  if (!out.error && out.several && !money) {
    out.error = refusal("number_several_recordings", out.column, out.number, found.size());
  }
  if (out.error) {
    out.error->where.line = row.line;
    return out;
  }
  // Money of a whole release is not split: it counts in the statement's total alone.
  if (money && found.size() > 1) return out;
  for (const NumberedRecording& one : found) out.isrcs.push_back(one.isrc);
  return out;
}

}  // namespace umikoe::formats::table
