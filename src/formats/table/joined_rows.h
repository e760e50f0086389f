#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/recording_numbers.h"
#include "formats/recognise.h"
#include "formats/table/columns.h"

namespace umikoe::formats::table {

// The numbers of the catalogue on file, asked for only by tables that need them. Its errors end the
// reading; none is needed for tables that name every recording by ISRC.
using NumbersSource = std::function<Result<const catalogue::RecordingNumbers*>()>;

// Columns by which rows may name recordings instead of `isrc`, of the kinds of table that allow it:
// numbers, what narrows a release to one of its recordings, and what a row is about.
std::span<const Column> joining_columns(Format kind);
bool is_joining_column(std::string_view column);
bool is_joining_column(Format kind, std::string_view column);
bool is_number_column(std::string_view column);

// What a row without ISRC stands for.
struct JoinedRecordings {
  std::vector<Isrc> isrcs;  // none where there is an error, or where it counts in a total alone
  std::optional<Error> error;
  bool several = false;  // its number is of several recordings and it doesn't say that it means all
  bool unknown = false;  // no document on file gives its number to a recording
  std::string number;    // as written
  std::string column;    // of that number
};

// Joins rows of one table with the catalogue on file: by the label's own number, by catalogue
// number and by ICPN, narrowed by a track number or a title within the release. A title alone joins
// nothing, and what may be several recordings is never one of them.
class RowJoining {
 public:
  // `header`: our names of the columns.
  RowJoining(Format kind, const std::vector<std::string>& header, NumbersSource numbers);

  // False where every row of the table must state its ISRC.
  bool possible() const;
  // True for a row that states no ISRC but a number.
  bool by_number(const TableRow& row) const;
  Result<JoinedRecordings> recordings_of(const TableRow& row);

 private:
  std::string cell(const TableRow& row, std::string_view column) const;
  const catalogue::NamedRecordings& named(catalogue::NumberKind kind, const std::string& number);
  std::optional<Error> look_up(const TableRow& row, JoinedRecordings& out,
                               std::vector<catalogue::NumberedRecording>& found);
  std::optional<Error> narrow(const TableRow& row, JoinedRecordings& out,
                              std::vector<catalogue::NumberedRecording>& found) const;

  Format kind_;
  std::map<std::string, size_t, std::less<>> places_;
  NumbersSource source_;
  const catalogue::RecordingNumbers* numbers_ = nullptr;
  std::map<std::string, catalogue::NamedRecordings> named_;  // a ledger repeats its numbers
};

}  // namespace umikoe::formats::table
