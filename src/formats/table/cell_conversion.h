#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/table/mapping.h"

namespace umikoe::formats::table {

// What one cell becomes in a column of ours.
struct ConvertedCell {
  std::string text = {};   // ours; what cannot be read stays as written, for its reader to refuse
  std::string until = {};  // of a period: its last day
  bool outside_era = false;

  // What keeps it from being read without asking.
  bool order_open = false;
  bool serial_open = false;
  DayOrder order_seen = DayOrder::unknown;  // a day that only one order allows
  std::vector<OpenTerritoryWord> territories = {};
  std::vector<std::string> words = {};  // values whose meaning is not known
};

// Turns cells into our way of writing. Equal cells are converted once, because a ledger repeats its
// few territories and days in every row.
class CellConversion {
 public:
  explicit CellConversion(const TableMapping& mapping) : mapping_(mapping) {}

  // Valid until the next call.
  const ConvertedCell& convert(std::string_view column, std::string_view written);
  // False for columns whose cells are taken as they are.
  bool looks_at(std::string_view target);

 private:
  ConvertedCell made(CellType type, std::string_view target, std::string_view text) const;
  ConvertedCell day(CellType type, std::string_view target, std::string_view text) const;
  ConvertedCell period(std::string_view target, std::string_view text) const;
  ConvertedCell territories(std::string_view text) const;
  ConvertedCell uses(std::string_view target, std::string_view text) const;
  ConvertedCell closed(std::string_view target, std::string_view text) const;

  CellType type(std::string_view target);

  const TableMapping& mapping_;
  std::map<std::string, CellType, std::less<>> types_;
  ConvertedCell plain_;  // of a column whose cells are taken as they are
  std::unordered_map<std::string, ConvertedCell> made_;
};

// The answers a value's question allows, in order; empty where any text will do.
std::vector<std::string> allowed_values(Format kind, std::string_view target);
// The answer as our reader takes it; nothing when it is none of those.
std::optional<std::string> value_answer(Format kind, std::string_view target,
                                        std::string_view written);

}  // namespace umikoe::formats::table
