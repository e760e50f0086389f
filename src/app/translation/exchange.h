#pragma once

#include <string>
#include <vector>

#include "app/translation/unit_words.h"
#include "formats/exchange/exchange_file.h"

namespace umikoe::app {

// Units on their way out to translators. Errors: exchange_format_unknown, exchange_one_pair (this
// format holds one pair of languages), exchange_nothing, those of select_units.
Result<std::string> export_units(const TranslationDesk& desk, const UnitSelection& selection,
                                 const std::string& format, bool byte_order_mark);

// What became of one unit of a file that came back.
struct ImportedUnit {
  std::string unit;
  std::string outcome;  // taken, unchanged, passed_over or conflict
  std::string reason;   // code word where it was not taken
};
struct ExchangeReport {
  std::vector<ImportedUnit> units;
  std::vector<Finding> findings;
  int64_t taken = 0;
  int64_t conflicts = 0;
};
// Makes drafts of a returned file, in the name of one person: a text the file calls translated is
// submitted, nothing goes higher, and whatever a file says of approval is only read. A unit is a
// conflict when its source has changed since, when it was approved meanwhile, or when its text does
// not pass the checks; it stays as it was and is listed. Errors: unit_by_needed, person_unknown,
// person_terms, not_allowed and those of the readers.
Result<ExchangeReport> import_exchange(WorldStore& store, const TranslationDesk& desk,
                                       std::string_view bytes, const std::string& by,
                                       const access::Viewer& viewer, Instant now);
std::string exchange_json(const ExchangeReport& report, messages::Language language);
std::string exchange_text(const ExchangeReport& report, messages::Language language);

// Brings a memory in (TMX, or any file with translated pairs); gives how many pairs.
Result<size_t> import_memory(WorldStore& store, const TranslationDesk& desk,
                             std::string_view bytes, const std::string& name,
                             const std::string& by, const access::Viewer& viewer, Instant now);

// The bytes of a file of the user's machine.
Result<std::string> exchange_bytes(const FileSource& files, const std::string& path);

}  // namespace umikoe::app
