#include "rules.h"

namespace umikoe::tidy {

Breaches check_all(const Sources& sources, const std::vector<std::string>& paths) {
  Breaches all;
  for (const Breaches& some :
       {check_arrows(sources), check_sizes(sources), check_sql(sources), check_purity(sources),
        check_duplicates(sources), check_words(sources), check_documents(sources, paths)}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace umikoe::tidy
