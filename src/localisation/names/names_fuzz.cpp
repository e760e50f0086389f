#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "base/utf8.h"
#include "localisation/names/latin_letters.h"
#include "localisation/names/name_parts.h"
#include "localisation/names/read_name.h"
#include "localisation/names/romanise.h"

// A name in any bytes, cut into morphemes of one character each as the worst engine would: reading,
// romanising and folding must end, keep to their letters and change nothing when done again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using umikoe::localisation::Morpheme;
  using umikoe::localisation::MorphemePath;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string name = umikoe::localisation::prepared_name(bytes);
  UMIKOE_ASSERT(umikoe::first_invalid_utf8(name) == std::string_view::npos);
  MorphemePath path;
  for (const char32_t c : umikoe::code_points(name)) {
    Morpheme morpheme;
    umikoe::append_utf8(morpheme.surface, c);
    morpheme.kana = morpheme.surface;
    morpheme.after_gap = c == U' ';
    morpheme.word_class = static_cast<umikoe::localisation::WordClass>(c % 14);
    path.morphemes.push_back(std::move(morpheme));
  }
  const auto reading = umikoe::localisation::read_path(path);
  using umikoe::localisation::Scheme;
  for (const Scheme scheme : {Scheme::hepburn, Scheme::ala_lc, Scheme::passport, Scheme::wapuro}) {
    const std::string latin = umikoe::localisation::romanised(reading, scheme);
    UMIKOE_ASSERT(umikoe::first_invalid_utf8(latin) == std::string_view::npos);
    UMIKOE_ASSERT(!latin.starts_with(' ') && !latin.ends_with(' ') && !latin.contains("  "));
  }
  for (const std::string& letters : umikoe::localisation::latin_spellings(reading)) {
    for (const char c : letters) {
      UMIKOE_ASSERT((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }
  }
  umikoe::localisation::meaning_parts(reading);
  const auto judged = umikoe::localisation::read_name(std::span(&path, 1), 5);
  double sum = 0;
  for (const auto& candidate : judged.candidates) sum += candidate.confidence;
  UMIKOE_ASSERT(sum <= 1.0001);
  return 0;
}
