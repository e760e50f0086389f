#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/comparable_names.h"
#include "app/name_forms.h"
#include "catalogue/linkage/link.h"

namespace umikoe::app {

// The people of one cell, each prepared for comparison. A cell that a separator parts is one name
// too, since the separator may belong to it (Kis-My-Ft2, あの・その).
Result<void> add_people(const std::string& text, ComparableNames& names,
                        std::vector<catalogue::ComparableName>& people);

// A recording with every approved spelling of its names.
Result<catalogue::LinkRecord> link_record_of(const Isrc& isrc,
                                             const std::vector<StoredNameForm>& forms,
                                             ComparableNames& names);

// What people's decisions about a row are kept under: the same row in another file, or under
// another id, is the same row.
struct LinkRowNames {
  std::string title;
  std::string artist;
  std::string writers = {};
  std::string composers = {};
  std::string isrc = {};
};
std::string link_row_key(const LinkRowNames& row);

}  // namespace umikoe::app
