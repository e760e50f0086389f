#include "formats/table/mapping.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/sha256.h"
#include "formats/table/folded.h"
#include "formats/table/word_tables.h"
#include "formats/xlsx/xlsx_reader.h"

namespace umikoe::formats::table {
namespace {

struct Typed {
  std::string_view target;
  CellType type;
};

constexpr std::array typed = {
    Typed{"isrc", CellType::isrc},
    Typed{"start", CellType::first_day},
    Typed{"end", CellType::last_day},
    Typed{"period", CellType::period},
    Typed{"release_date", CellType::day},
    Typed{"day", CellType::day},
    Typed{"observed_on", CellType::day},
    Typed{"observed_from", CellType::day},
    Typed{"notice_given", CellType::day},
    Typed{"option_until", CellType::last_day},
    Typed{"reversion_on", CellType::day},
    Typed{"usage_month", CellType::month},
    Typed{"payment_month", CellType::month},
    Typed{"rate_date", CellType::day},
    Typed{"territories", CellType::territories},
    Typed{"excluded_territories", CellType::territories},
    Typed{"territory", CellType::territory},
    Typed{"uses", CellType::uses},
    Typed{"icpn", CellType::gtin},
    Typed{"track", CellType::number},
    Typed{"duration", CellType::duration},
    Typed{"duration_ms", CellType::number},
    Typed{"auto_renewal_months", CellType::number},
    Typed{"notice_months", CellType::number},
    Typed{"notice_days", CellType::number},
    Typed{"sell_off_days", CellType::number},
};

}  // namespace

std::string word_key(std::string_view target, std::string_view written) {
  return std::string(target) + ":" + folded(written);
}

CellType type_of(Format kind, std::string_view target) {
  const auto at = std::ranges::find(typed, target, &Typed::target);
  if (at != typed.end()) return at->type;
  return values_of_column(word(kind), target).empty() ? CellType::text : CellType::closed;
}

std::string header_fingerprint(const std::vector<std::string>& headers) {
  std::multiset<std::string> words;
  for (const std::string& header : headers) {
    if (std::string word = folded_header(header); !word.empty()) words.insert(std::move(word));
  }
  Sha256 hash;
  for (const std::string& word : words) hash.update(word + "\n");
  return hash.finish_hex();
}

std::vector<std::string> column_labels(const std::vector<std::string>& headers) {
  std::vector<std::string> labels;
  std::map<std::string, int> seen;
  for (size_t i = 0; i < headers.size(); ++i) {
    std::string label = headers[i];
    std::ranges::replace(label, '\n', ' ');
    if (label.empty()) label = xlsx::column_name(static_cast<long>(i) + 1);
    const int count = ++seen[folded_header(label)];
    if (count > 1) label += " (" + std::to_string(count) + ")";
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace umikoe::formats::table
