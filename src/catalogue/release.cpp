#include "catalogue/release.h"

namespace umikoe::catalogue {

std::vector<std::string> ReleaseIds::keys() const {
  std::vector<std::string> keys;
  for (const std::string& grid : grids) keys.push_back("grid:" + grid);
  for (const std::string& icpn : icpns) keys.push_back("icpn:" + icpn);
  for (const std::string& id : proprietary) keys.push_back("proprietary:" + id);
  return keys;
}

}  // namespace umikoe::catalogue
