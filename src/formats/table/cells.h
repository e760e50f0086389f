#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/language_tag.h"
#include "base/territory.h"
#include "catalogue/party.h"
#include "formats/findings.h"
#include "formats/table/columns.h"
#include "rights/deal.h"
#include "rights/use.h"

namespace umikoe::formats::table {

// Reads the cells of one row as what their columns hold. A cell that cannot be read is an error
// with its line, its column and what would be allowed there; reading goes on, so that one run of
// an import shows all that is to be mended.
class Cells {
 public:
  Cells(const Columns& columns, const TableRow& row, Findings& findings, std::vector<Error>& errors)
      : columns_(columns), row_(row), findings_(findings), errors_(errors) {}

  std::string_view text(std::string_view column) const { return columns_.cell(row_, column); }
  std::string required(std::string_view column);
  std::optional<Isrc> isrc(std::string_view column);  // required
  std::optional<Date> date(std::string_view column);  // YYYY-MM-DD or YYYY/M/D
  std::optional<int64_t> number(std::string_view column);
  std::optional<int64_t> duration_ms();  // columns duration_ms and duration
  std::optional<TerritoryCode> territory(std::string_view column);  // required
  std::optional<rights::TerritoryScope> territories();  // territories, excluded_territories
  rights::UseSet uses(std::string_view column);
  std::optional<bool> yes_or_no(std::string_view column);
  LanguageTag language(std::string_view column);
  std::string checked(std::string_view column, std::string_view kind,
                      std::optional<CheckedId> (*parse)(std::string_view));
  // The party of columns NAME, NAME_dpid, NAME_isni and NAME_id.
  catalogue::Party party(std::string_view name);

  // One of a closed list of words.
  template <class T, size_t n>
  std::optional<T> word(std::string_view column,
                        const std::array<std::pair<std::string_view, T>, n>& words) {
    const std::string_view written = text(column);
    if (written.empty()) return std::nullopt;
    std::string allowed;
    for (const auto& [name, value] : words) {
      if (name == written) return value;
      allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    }
    error("word_unknown", column, {{"allowed", allowed}});
    return std::nullopt;
  }

  void error(std::string code, std::string_view column, Findings::Arguments more = {});
  void finding(std::string code, std::string_view column, Findings::Arguments more = {});
  long line() const { return row_.line; }

 private:
  // An error about one part of a cell, such as one code of a list.
  void add_error(std::string code, std::string_view column, std::string_view part,
                 Findings::Arguments more = {});
  Where where(std::string_view column) const;
  std::optional<std::vector<std::string>> codes(std::string_view column);

  const Columns& columns_;
  const TableRow& row_;
  Findings& findings_;
  std::vector<Error>& errors_;
};

}  // namespace umikoe::formats::table
