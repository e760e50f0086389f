#include "formats/table/cell_conversion.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/identifiers.h"
#include "formats/table/folded.h"
#include "formats/table/wide_columns.h"
#include "formats/table/word_tables.h"
#include "rights/use.h"

namespace umikoe::formats::table {
namespace {

constexpr size_t cells_remembered = 100'000;

// The cells of these columns that say there is no such day.
constexpr std::string_view no_day = "none";

std::string raw_of(std::string_view text) { return std::string(without_spaces_around(text)); }

// 3分45秒, which no reader of ours knows; 3:45 and PT3M45S it does.
std::string duration_text(std::string_view written) {
  const std::string text = folded(written);
  const size_t minutes = text.find("分");
  const size_t seconds = text.find("秒");
  if (minutes == std::string::npos || seconds == std::string::npos || seconds < minutes) {
    return raw_of(written);
  }
  const size_t after = minutes + std::string_view("分").size();
  std::string second(without_spaces_around(std::string_view(text).substr(after, seconds - after)));
  if (second.size() == 1) second.insert(0, "0");
  return std::string(without_spaces_around(std::string_view(text).substr(0, minutes))) + ":" +
         second;
}

std::string number_text(std::string_view written) {
  std::string text = folded(written);
  // 1,234,567: commas in threes are only for the eye.
  const size_t comma = text.find(',');
  if (comma != std::string::npos && (text.size() - comma) % 4 == 0 && comma <= 3) {
    std::erase(text, ',');
  }
  return text;
}

std::string gtin_text(std::string_view written) {
  std::string text = folded(written);
  std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '\''; });
  return text;
}

bool says_nothing(std::string_view text) {
  static constexpr std::array<std::string_view, 8> words = {"なし", "無し", "無",  "特になし",
                                                            "-",    "none", "n/a", "nil"};
  return std::ranges::find(words, folded(text)) != words.end();
}

std::vector<std::string> parts_of(std::string_view text) {
  std::string plain = folded(text);
  for (const std::string_view separator :
       {"、", "・", "/", ";", "\n", "及び", "および", " and ", "&"}) {
    for (size_t at = plain.find(separator); at != std::string::npos; at = plain.find(separator)) {
      plain.replace(at, separator.size(), ",");
    }
  }
  std::vector<std::string> parts = split(plain, ",");
  std::erase(parts, "");
  return parts;
}

}  // namespace

CellType CellConversion::type(std::string_view target) {
  const auto at = types_.find(target);
  if (at != types_.end()) return at->second;
  return types_.emplace(target, type_of(mapping_.kind, target)).first->second;
}

bool CellConversion::looks_at(std::string_view target) {
  const CellType of_target = type(value_column(target));
  return of_target != CellType::text && of_target != CellType::isrc &&
         of_target != CellType::gtin && of_target != CellType::number &&
         of_target != CellType::duration;
}

const ConvertedCell& CellConversion::convert(std::string_view column, std::string_view written) {
  const std::string_view target = value_column(column);
  const std::string_view text = without_spaces_around(written);
  if (!looks_at(target)) {
    plain_.text = made(type(target), target, text).text;
    return plain_;
  }
  std::string key = std::string(target) + '\n' + std::string(text);
  if (const auto at = made_.find(key); at != made_.end()) return at->second;
  if (made_.size() >= cells_remembered) made_.clear();
  ConvertedCell cell;
  if (!text.empty()) cell = made(type(target), target, text);
  return made_.emplace(std::move(key), std::move(cell)).first->second;
}

ConvertedCell CellConversion::made(CellType type, std::string_view target,
                                   std::string_view text) const {
  switch (type) {
    case CellType::first_day:
    case CellType::last_day:
    case CellType::day:
      return day(type, target, text);
    case CellType::month: {
      const WrittenDay read = read_written_day(text, mapping_.days);
      if (read.state != WrittenDay::State::good) break;
      return {.text = read.first.to_string().substr(0, 7)};
    }
    case CellType::period:
      return period(target, text);
    case CellType::territories:
      // A column of exceptions says so where there is none.
      if (target == "excluded_territories" && says_nothing(text)) return {};
      return territories(text);
    case CellType::territory:
      return territories(text);
    case CellType::uses:
      return uses(target, text);
    case CellType::closed:
      return closed(target, text);
    case CellType::number:
      return {.text = number_text(text)};
    case CellType::duration:
      return {.text = duration_text(text)};
    case CellType::gtin:
      return {.text = gtin_text(text)};
    case CellType::isrc:
      return {.text = without_separators(folded(text))};
    case CellType::text:
      break;
  }
  return {.text = std::string(text)};
}

ConvertedCell CellConversion::day(CellType type, std::string_view target,
                                  std::string_view text) const {
  if (const auto at = mapping_.words.find(word_key(target, text)); at != mapping_.words.end()) {
    return {.text = at->second == no_day ? "" : at->second};
  }
  const WrittenDay read = read_written_day(text, mapping_.days);
  ConvertedCell cell{.text = std::string(text), .outside_era = read.outside_era};
  if (read.order_decided) cell.order_seen = read.order;
  cell.order_open = read.state == WrittenDay::State::order_unknown;
  cell.serial_open = read.state == WrittenDay::State::serial_unknown;
  if (read.state == WrittenDay::State::unreadable) cell.words.emplace_back(text);
  if (read.state != WrittenDay::State::good) return cell;
  // Which day of a month is meant where one day is asked for, only a person knows.
  if (type == CellType::day && read.first != read.last) {
    cell.words.emplace_back(text);
    return cell;
  }
  cell.text = (type == CellType::last_day ? read.last : read.first).to_string();
  return cell;
}

ConvertedCell CellConversion::period(std::string_view target, std::string_view text) const {
  std::string written(text);
  if (const auto at = mapping_.words.find(word_key(target, text)); at != mapping_.words.end()) {
    if (at->second == no_day) return {};
    written = at->second;
  }
  const WrittenPeriod read = read_written_period(written, mapping_.days);
  ConvertedCell cell{.text = written, .outside_era = read.outside_era};
  cell.order_open = read.state == WrittenDay::State::order_unknown;
  cell.serial_open = read.state == WrittenDay::State::serial_unknown;
  if (read.state == WrittenDay::State::unreadable) cell.words.emplace_back(text);
  if (read.state != WrittenDay::State::good) return cell;
  cell.text = read.first ? read.first->to_string() : "";
  cell.until = read.last ? read.last->to_string() : "";
  return cell;
}

ConvertedCell CellConversion::territories(std::string_view text) const {
  TerritoryReading reading = read_territories(text, mapping_.territories);
  ConvertedCell cell{.text = reading.open.empty() ? reading.codes : std::string(text)};
  cell.territories = std::move(reading.open);
  return cell;
}

ConvertedCell CellConversion::uses(std::string_view target, std::string_view text) const {
  // Words of the standard keep their capitals.
  if (rights::uses_of_word(text)) return {.text = std::string(text)};
  ConvertedCell cell;
  for (const std::string& part : parts_of(text)) {
    std::string ours = part;
    if (const auto at = mapping_.words.find(word_key(target, part)); at != mapping_.words.end()) {
      ours = at->second;
    } else if (!rights::uses_of_word(part)) {
      cell.words.push_back(part);
    }
    cell.text += (cell.text.empty() ? "" : ";") + ours;
  }
  return cell;
}

ConvertedCell CellConversion::closed(std::string_view target, std::string_view text) const {
  if (const auto at = mapping_.words.find(word_key(target, text)); at != mapping_.words.end()) {
    return {.text = at->second};
  }
  const std::string_view ours = value_of_word(word(mapping_.kind), target, text);
  ConvertedCell cell{.text = std::string(ours.empty() ? text : ours)};
  if (ours.empty()) cell.words.emplace_back(text);
  return cell;
}

std::vector<std::string> allowed_values(Format kind, std::string_view target) {
  const CellType type = type_of(kind, target);
  if (type == CellType::closed) return values_of_column(word(kind), target);
  if (type != CellType::uses) return {};
  std::vector<std::string> words;
  for (int i = 0; i < rights::use_count; ++i) {
    words.emplace_back(rights::word(static_cast<rights::Use>(i)));
  }
  words.emplace_back("stream");
  words.emplace_back("all");
  return words;
}

std::optional<std::string> value_answer(Format kind, std::string_view target,
                                        std::string_view written) {
  const std::string text(without_spaces_around(written));
  switch (type_of(kind, target)) {
    case CellType::closed: {
      const auto values = values_of_column(word(kind), target);
      if (std::ranges::find(values, text) != values.end()) return text;
      const std::string_view ours = value_of_word(word(kind), target, text);
      return ours.empty() ? std::nullopt : std::optional(std::string(ours));
    }
    case CellType::uses: {
      std::string joined;
      for (const std::string& part : parts_of(text)) {
        if (!rights::uses_of_word(part)) return std::nullopt;
        joined += (joined.empty() ? "" : ";") + part;
      }
      return joined.empty() ? std::nullopt : std::optional(joined);
    }
    case CellType::period:
      if (text == no_day || read_written_period(text, {}).state == WrittenDay::State::good) {
        return text;
      }
      return std::nullopt;
    case CellType::first_day:
    case CellType::last_day:
    case CellType::day: {
      if (text == no_day) return text;
      const WrittenDay day = read_written_day(text, {});
      if (day.state != WrittenDay::State::good || day.first != day.last) return std::nullopt;
      return day.first.to_string();
    }
    default:
      return text;
  }
}

}  // namespace umikoe::formats::table
