#include <algorithm>
#include <array>
#include <charconv>

#include "base/limits.h"
#include "formats/exchange/exchange_file.h"
#include "formats/over_limit.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::exchange {
namespace {

using table::TableRow;

constexpr std::array<std::string_view, 10> columns{
    "id",    "source_language", "target_language", "source",  "target",
    "stage", "context",         "note",            "credits", "max_width"};
constexpr std::array<std::string_view, 3> needed{"id", "target_language", "target"};
constexpr std::string_view credit_separator = " / ";

// A spreadsheet would take such a cell for a formula, so an apostrophe leads it, and one more where
// apostrophes lead already; reading takes one off.
bool looks_like_formula(std::string_view text) {
  const size_t at = text.find_first_not_of('\'');
  return at != std::string_view::npos && std::string_view("=+-@").contains(text[at]);
}

std::string cell(std::string_view written) {
  std::string text(written);
  if (looks_like_formula(text)) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string plain(std::string text) {
  if (text.starts_with('\'') && looks_like_formula(text)) text.erase(0, 1);
  return text;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) {
    out += (out.empty() ? "" : std::string(credit_separator)) + name;
  }
  return out;
}

std::vector<std::string> parts(const std::string& text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(credit_separator, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + credit_separator.size();
  }
  return out;
}

class Reading {
 public:
  Result<void> take(const TableRow& row) {
    if (places_.empty()) return take_header(row);
    if (std::ssize(file_.units) == limits::translation_file_units.value) {
      return std::unexpected(over_limit(limits::translation_file_units));
    }
    ExchangeUnit unit;
    unit.id = at(row, "id");
    unit.source_language = at(row, "source_language");
    unit.target_language = at(row, "target_language");
    unit.source = at(row, "source");
    unit.target = at(row, "target");
    unit.context = at(row, "context");
    unit.note = at(row, "note");
    unit.credits = parts(at(row, "credits"));
    const std::string width = at(row, "max_width");
    int32_t number = 0;
    const auto read = std::from_chars(width.data(), width.data() + width.size(), number);
    if (read.ec == std::errc() && number > 0) unit.max_width = number;
    const auto stage = localisation::parse_unit_stage(at(row, "stage"));
    const auto otherwise = unit.target.empty() ? localisation::UnitStage::missing
                                               : localisation::UnitStage::translated;
    unit.stage = stage.value_or(otherwise);
    file_.units.push_back(std::move(unit));
    return {};
  }

  Result<ExchangeFile> done() {
    if (places_.empty()) return fail("file_empty");
    return std::move(file_);
  }

 private:
  Result<void> take_header(const TableRow& row) {
    places_.assign(columns.size(), SIZE_MAX);
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const auto known = std::ranges::find(columns, row.cells[i]);
      if (known != columns.end()) places_[static_cast<size_t>(known - columns.begin())] = i;
    }
    for (const std::string_view name : needed) {
      if (place(name) == SIZE_MAX) {
        return fail("exchange_column_missing", {{"column", std::string(name)}});
      }
    }
    return {};
  }

  size_t place(std::string_view name) const {
    return places_[static_cast<size_t>(std::ranges::find(columns, name) - columns.begin())];
  }

  std::string at(const TableRow& row, std::string_view name) const {
    const size_t i = place(name);
    return i < row.cells.size() ? plain(row.cells[i]) : std::string();
  }

  std::vector<size_t> places_;
  ExchangeFile file_;
};

}  // namespace

Result<ExchangeFile> read_exchange_csv(std::string_view bytes) {
  Reading reading;
  UMIKOE_TRY(table::read_rows(from_memory(bytes),
                              [&](const TableRow& row) { return reading.take(row); }));
  return reading.done();
}

std::string write_exchange_csv(const std::vector<ExchangeUnit>& units, bool byte_order_mark) {
  std::string out = byte_order_mark ? "\xEF\xBB\xBF" : "";
  for (const std::string_view name : columns) {
    out += (name == columns.front() ? "" : ",") + std::string(name);
  }
  out += "\r\n";
  for (const ExchangeUnit& unit : units) {
    const std::string cells[] = {unit.id,
                                 unit.source_language,
                                 unit.target_language,
                                 unit.source,
                                 unit.target,
                                 std::string(word(unit.stage)),
                                 unit.context,
                                 unit.note,
                                 joined(unit.credits),
                                 unit.max_width ? std::to_string(*unit.max_width) : ""};
    for (const auto& text : cells) out += (&text == cells ? "" : ",") + cell(text);
    out += "\r\n";
  }
  return out;
}

}  // namespace umikoe::formats::exchange
