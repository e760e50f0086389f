#include "app/link_sides.h"

#include <array>
#include <utility>

#include "base/sha256.h"
#include "base/unicode_text.h"

namespace umikoe::app {
namespace {

using catalogue::LinkRecord;

// What stands between several people in one cell.
constexpr std::string_view separators = ";,/&、，；／・＆×|";

}  // namespace

Result<void> add_people(const std::string& text, ComparableNames& comparable,
                        std::vector<catalogue::ComparableName>& people) {
  std::vector<std::string> names;
  std::string name;
  for (const std::string_view cluster : grapheme_clusters(text)) {
    if (separators.contains(cluster)) {
      names.push_back(std::move(name));
      name.clear();
    } else {
      name += cluster;
    }
  }
  names.push_back(std::move(name));
  if (names.size() > 1) names.push_back(text);
  for (const std::string& one : names) {
    const catalogue::TitleParts parts = catalogue::title_parts(one);
    if (parts.name.empty()) continue;
    UMIKOE_TRY(people.emplace_back(), comparable.prepared_person(parts.name));
  }
  return {};
}

Result<LinkRecord> link_record_of(const Isrc& isrc, const std::vector<StoredNameForm>& forms,
                                  ComparableNames& names) {
  LinkRecord record;
  record.id = isrc.to_string();
  record.isrc = isrc;
  for (const StoredNameForm& form : forms) {
    if (!form.approved()) continue;
    const auto parts = catalogue::title_parts(form.text);
    if (form.of_artist) {
      UMIKOE_TRY(record.artists.emplace_back(), names.prepared_person(parts.name));
      continue;
    }
    UMIKOE_TRY(auto name, names.prepared(parts.name));
    if (form.kind == localisation::NameFormKind::original || record.title.empty()) {
      record.parts = parts;
      std::swap(record.title, name);
    }
    for (auto& letters : name.letters) record.title.letters.push_back(std::move(letters));
    for (auto& skeleton : name.skeletons) record.title.skeletons.push_back(std::move(skeleton));
    if (record.title.words.empty()) record.title.words = std::move(name.words);
  }
  return record;
}

std::string link_row_key(const LinkRowNames& row) {
  std::string key;
  for (const std::string* cell :
       {&row.title, &row.artist, &row.writers, &row.composers, &row.isrc}) {
    key += folded_text(*cell) + "\n";
  }
  return sha256_hex(key);
}

}  // namespace umikoe::app
