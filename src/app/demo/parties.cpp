#include "app/demo/parties.h"

#include "app/demo/invented_ids.h"

namespace umikoe::app::demo {

std::array<CompanyFacts, company_count> all_companies() {
  return {{{dpid_of(1), "Umibe Music Group (DEMO)", "own"},
           {dpid_of(2), "Umibe Records (DEMO)", "own"},
           {dpid_of(3), "Namima Label (DEMO)", "own"},
           {dpid_of(4), "Akari Disc (DEMO)", "own"},
           {dpid_of(5), "Komorebi Tone (DEMO)", "own"},
           {dpid_of(6), "Shiomi Archive (DEMO)", "own"},
           {dpid_of(11), "Minato Distribution (DEMO)", "distributor"},
           {dpid_of(12), "Todai Digital (DEMO)", "distributor"},
           {dpid_of(21), "Namiuta Stream (DEMO)", "service"},
           {dpid_of(22), "Kujira Music (DEMO)", "service"},
           {dpid_of(23), "Tidepool (DEMO)", "service"},
           {dpid_of(24), "Shiosai Video (DEMO)", "service"},
           {dpid_of(31), "Blue Harbour Records (DEMO)", "licensee"},
           {dpid_of(32), "Mooncake Licensing (DEMO)", "licensee"},
           {dpid_of(33), "Southern Pier Music (DEMO)", "licensee"},
           {dpid_of(41), "Old Pier Masters (DEMO)", "rights_holder"},
           {dpid_of(51), "Office Nagisa (DEMO)", "agency"},
           {dpid_of(61), "Hoshi no Machi Production Committee (DEMO)", "committee"}}};
}

const CompanyFacts& facts(Company company) {
  static const auto table = all_companies();
  return table[static_cast<size_t>(company)];
}

}  // namespace umikoe::app::demo
