#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/byte_source.h"
#include "localisation/translation_states.h"

// Translation work on its way to translators and back: XLIFF 1.2 and 2.1, TMX 1.4, gettext PO and
// CSV. What a returned file says of a state is only what it says: no reader makes anything final.
namespace umikoe::formats::exchange {

// One unit as a file holds it.
struct ExchangeUnit {
  std::string id;  // our unit key where the file is one of ours
  std::string source_language;
  std::string target_language;
  std::string source;
  std::string target;
  localisation::UnitStage stage = localisation::UnitStage::missing;
  std::string context;               // the title it belongs to
  std::string note;                  // for the translator; lines
  std::vector<std::string> credits;  // names as printed
  std::optional<int32_t> max_width;  // in half-width units

  bool operator==(const ExchangeUnit&) const = default;
};

struct ExchangeFile {
  std::vector<ExchangeUnit> units;
  std::vector<Finding> findings;
};

enum class ExchangeFormat : uint8_t { xliff12, xliff21, tmx, po, csv };
std::string_view word(ExchangeFormat format);
std::optional<ExchangeFormat> parse_exchange_format(std::string_view word);
std::string_view file_ending(ExchangeFormat format);

// Any of the five, told by its content. Errors: exchange_unknown, limit_exceeded, encoding_invalid,
// xml_not_well_formed, xml_doctype_refused and those of the single readers.
Result<ExchangeFile> read_exchange(std::string_view bytes);

// Either version of XLIFF. Inline elements are read as the text they stand for (finding
// exchange_inline). Errors: xliff_version, xliff_languages, xliff_unit_id, xliff_nested.
Result<ExchangeFile> read_xliff(std::string_view bytes);
// Every pair of languages of every unit; a document type that names a file and declares nothing is
// read over, because most tools write one. Error tmx_language.
Result<ExchangeFile> read_tmx(std::string_view bytes);
// Error: po_syntax, po_charset. Obsolete entries are passed over and counted (po_obsolete).
Result<ExchangeFile> read_po(std::string_view bytes);
// Error: exchange_column_missing.
Result<ExchangeFile> read_exchange_csv(std::string_view bytes);

// The same units give the same bytes. 2.1 and PO hold one pair of languages (that of the first
// unit); the caller sees to it.
std::string write_xliff12(const std::vector<ExchangeUnit>& units);
std::string write_xliff21(const std::vector<ExchangeUnit>& units);
std::string write_tmx(const std::vector<ExchangeUnit>& units);
std::string write_po(const std::vector<ExchangeUnit>& units);
std::string write_exchange_csv(const std::vector<ExchangeUnit>& units, bool byte_order_mark);
std::string write_exchange(ExchangeFormat format, const std::vector<ExchangeUnit>& units,
                           bool byte_order_mark);

// The whole of a source, up to limits::translation_file_bytes.
Result<std::string> whole_file(const ByteSource& source);

}  // namespace umikoe::formats::exchange
