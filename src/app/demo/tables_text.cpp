#include <fmt/format.h>

#include <set>

#include "app/demo/observation_text.h"
#include "app/demo/words.h"

namespace umikoe::app::demo {
namespace {

std::string parties_table() {
  std::string out = "name,dpid,role\n";
  for (const CompanyFacts& company : all_companies()) {
    out += fmt::format("{},{},{}\n", company.name, company.dpid, company.role);
  }
  return out;
}

std::string licence_row(const LicenceRow& row) {
  const std::string grantor = row.grantor ? std::string(facts(*row.grantor).name) : "";
  const std::string grantor_dpid = row.grantor ? facts(*row.grantor).dpid : "";
  const auto months = [](int count) { return count == 0 ? "" : std::to_string(count); };
  return fmt::format("{},{},{},{},{},{},{},{},{},{},yes,{},{},{},{},{},{},{},{}\n", row.isrc,
                     facts(row.party).name, facts(row.party).dpid, grantor, grantor_dpid,
                     row.territories, row.excluded, row.start, row.end, row.uses, row.document,
                     row.right, row.scope, months(row.auto_renewal_months),
                     months(row.notice_months), row.option, row.option_until, row.reversion_on);
}

std::string ledger(const Story& story) {
  std::string out =
      "isrc,party,party_dpid,grantor,grantor_dpid,territories,excluded_territories,start,end,uses,"
      "exclusive,document,right,scope,auto_renewal_months,notice_months,option,option_until,"
      "reversion_on\n";
  for (const LicenceRow& row : story.licences) out += licence_row(row);
  return out;
}

std::string sightings(const Story& story) {
  std::string out = "service,service_dpid,isrc,territory,observed_on,seen,detail,method\n";
  for (const SightingRow& row : story.sightings) {
    out += fmt::format("{},{},{},{},{},{},\"{}\",looked up by hand\n", facts(row.service).name,
                       facts(row.service).dpid, row.isrc, row.territory, row.observed_on,
                       row.seen ? "yes" : "no", row.detail);
  }
  return out;
}

std::string groups(const Story& story) {
  std::string out = "isrc,group,relation\n";
  for (const GroupRow& row : story.groups) {
    out += fmt::format("{},{},{}\n", row.isrc, row.group, row.relation);
  }
  return out;
}

std::string appearances(const Story& story) {
  std::string out = "artist,event,kind,city,territory,start,end,state,source\n";
  for (const AppearanceRow& row : story.appearances) {
    out += fmt::format("{},{},{},{},{},{},{},{},DEMO agency\n", artist_words()[row.artist_index].ja,
                       row.event, row.kind, row.city, row.territory, row.start, row.end, row.state);
  }
  return out;
}

}  // namespace

std::vector<DemoFile> tables(const Story& story) {
  return {{"tables/DEMO_parties.csv", parties_table()},
          {"tables/DEMO_contract_ledger.csv", ledger(story)},
          {"tables/DEMO_recording_groups.csv", groups(story)},
          {"tables/DEMO_sightings.csv", sightings(story)},
          {"tables/DEMO_appearances.csv", appearances(story)}};
}

}  // namespace umikoe::app::demo
