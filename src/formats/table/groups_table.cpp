#include <array>
#include <map>

#include "catalogue/group_links.h"
#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {Column{"isrc", true}, Column{"group", true}, Column{"relation"}};

}  // namespace

void read_group_member(Cells& cells, TableContents& contents) {
  catalogue::GroupMember member;
  member.isrc = cells.isrc("isrc").value_or(Isrc{});
  member.group = cells.required("group");
  if (const auto relation = cells.text("relation"); !relation.empty()) {
    if (const auto kind = catalogue::parse_version_kind(relation)) {
      member.kind = *kind;
    } else {
      std::string allowed;
      for (int i = 0; i <= static_cast<int>(catalogue::VersionKind::instrumental); ++i) {
        allowed += (i == 0 ? "" : ", ") + std::string(word(static_cast<catalogue::VersionKind>(i)));
      }
      cells.error("word_unknown", "relation", {{"allowed", allowed}});
    }
  }
  if (!contents.members_of_groups.emplace(member.group, member.isrc).second) {
    cells.error("group_member_twice", "isrc", {{"group", member.group}});
  }
  contents.groups.push_back(std::move(member));
}

void refuse_large_groups(TableContents& contents, Findings&, std::vector<Error>& errors) {
  std::map<std::string, size_t> sizes;
  for (const auto& [group, isrc] : contents.members_of_groups) ++sizes[group];
  for (const auto& [group, size] : sizes) {
    if (size <= catalogue::group_size_max) continue;
    errors.push_back({"group_too_large",
                      {{"group", group},
                       {"size", std::to_string(size)},
                       {"max", std::to_string(catalogue::group_size_max)}},
                      {.file = {}, .line = 0, .element = "group"}});
  }
}

const TableKind groups_kind{Format::table_groups, columns, read_group_member,
                            refuse_large_groups};

}  // namespace umikoe::formats::table
