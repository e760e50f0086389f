#include <array>

#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

using catalogue::PartyRole;

constexpr std::array columns = {Column{"party_id"}, Column{"name", true}, Column{"dpid"},
                                Column{"isni"}, Column{"role"}};

constexpr std::array<std::pair<std::string_view, PartyRole>, 8> roles = {
    {{"own", PartyRole::own},
     {"distributor", PartyRole::distributor},
     {"service", PartyRole::service},
     {"licensee", PartyRole::licensee},
     {"rights_holder", PartyRole::rights_holder},
     {"agency", PartyRole::agency},
     {"committee", PartyRole::committee},
     {"unknown", PartyRole::unknown}}};

void read_row(Cells& cells, TableContents& contents) {
  catalogue::DeclaredParty declared;
  declared.party.name = cells.required("name");
  declared.party.dpid = cells.checked("dpid", "DPID", parse_dpid);
  declared.party.isni = cells.checked("isni", "ISNI", parse_isni);
  if (const auto id = cells.text("party_id"); !id.empty()) {
    std::string kept(id);
    std::erase(kept, '-');
    declared.party.party_ids.push_back(std::move(kept));
  }
  if (declared.party.keys().empty()) cells.finding("party_without_id", "name");
  declared.role = cells.word("role", roles).value_or(PartyRole::unknown);
  contents.parties.push_back(std::move(declared));
}

}  // namespace

const TableKind parties_kind{Format::table_parties, columns, read_row};

}  // namespace umikoe::formats::table
