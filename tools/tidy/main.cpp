#include <cstdio>
#include <exception>
#include <string>

#include "rules.h"
#include "tree.h"

// tidy ROOT fails on every breach of the house rules; tidy --report ROOT prints the indicators.
int main(int count, char** arguments) try {
  const bool wants_report = count > 1 && std::string(arguments[1]) == "--report";
  const std::string root = count > 1 + wants_report ? arguments[1 + wants_report] : ".";
  const auto tree = umikoe::tidy::read_tree(root);
  if (wants_report) {
    std::fputs(umikoe::tidy::report(tree.sources).c_str(), stdout);
    return 0;
  }
  const auto breaches = umikoe::tidy::check_all(tree.sources, tree.paths);
  for (const auto& breach : breaches) {
    std::printf("%s:%zu: %s: %s\n", breach.path.c_str(), breach.line, breach.rule.c_str(),
                breach.remedy.c_str());
  }
  std::printf("tidy: %zu files, %zu breaches\n", tree.paths.size(), breaches.size());
  return breaches.empty() ? 0 : 1;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "tidy: %s\n", problem.what());
  return 2;
}
