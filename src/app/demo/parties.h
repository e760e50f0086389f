#pragma once

#include <array>
#include <string>
#include <string_view>

namespace umikoe::app::demo {

// Every company of the demo, by what it is in the stories.
enum class Company {
  own,           // the label group
  label_first,   // its five labels
  label_second,
  label_third,
  label_fourth,
  label_fifth,
  distributor,
  second_distributor,
  stream_home,     // services
  stream_second,
  stream_abroad,
  video_service,
  licensee_world,  // holds the world without Japan for one artist
  licensee_lapsed,
  licensee_rival,
  former_owner,
  agency,
  committee
};
inline constexpr size_t company_count = 18;

struct CompanyFacts {
  std::string dpid;
  std::string_view name;
  std::string_view role;  // word of the parties table
};
const CompanyFacts& facts(Company company);
std::array<CompanyFacts, company_count> all_companies();

}  // namespace umikoe::app::demo
