// What the documents promise must exist: every mission row, command, option and test they name.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "cli/verbs.h"

namespace umikoe {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const fs::path root = UMIKOE_SOURCE_DIR;

std::string all_tests() {
  std::string out;
  for (const char* folder : {"src", "tests", "tools"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with("_test.cpp")) out += read(entry.path());
    }
  }
  return out;
}

const cli::Verb* verb(const std::string& name) {
  for (const auto& entry : cli::verbs()) {
    if (entry.verb.name == name) return &entry.verb;
  }
  return nullptr;
}

TEST(Documents, MissionHasEveryRowOnce) {
  const std::map<char, int> areas{{'A', 10}, {'B', 9}, {'C', 6}, {'D', 9}, {'E', 9},  {'F', 9},
                                  {'G', 8},  {'H', 6}, {'I', 7}, {'J', 4}, {'K', 11}, {'L', 9}};
  std::istringstream lines(read(root / "docs/mission.md"));
  std::map<std::string, int> rows;
  const std::regex row(R"(^\| ([A-L]\d+) \|.*\| (works|partly|not yet) \|.*)");
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, row)) ++rows[match[1]];
  }
  for (const auto& [area, count] : areas) {
    for (int i = 1; i <= count; ++i)
      EXPECT_EQ(rows[std::string(1, area) + std::to_string(i)], 1) << area << i;
  }
}

TEST(Documents, NamedCommandsAndOptionsExist) {
  const std::regex command(R"(umikoe ([a-z]+)((?: +[^`\n#|]*)?))");
  const std::regex option(R"(--[a-z-]+)");
  for (const char* name : {"docs/mission.md", "README.md", "docs/formats.md", "docs/demo.md"}) {
    const std::string text = read(root / name);
    ASSERT_FALSE(text.empty()) << name;
    for (std::sregex_iterator at(text.begin(), text.end(), command), end; at != end; ++at) {
      const cli::Verb* found = verb((*at)[1]);
      ASSERT_NE(found, nullptr) << name << ": umikoe " << (*at)[1];
      const std::string rest = (*at)[2];
      for (std::sregex_iterator o(rest.begin(), rest.end(), option); o != end; ++o) {
        const auto known = std::ranges::find(found->flags, o->str(), &cli::Flag::name);
        EXPECT_NE(known, found->flags.end()) << name << ": umikoe " << (*at)[1] << " " << o->str();
      }
    }
  }
}

TEST(Documents, NamedTestsExist) {
  const std::string mission = read(root / "docs/mission.md");
  const std::string tests = all_tests();
  const std::regex name(R"(`([A-Z][A-Za-z0-9]+)\.([A-Z][A-Za-z0-9]+)`)");
  int named = 0;
  for (std::sregex_iterator at(mission.begin(), mission.end(), name), end; at != end;
       ++at, ++named) {
    const std::string declared = (*at)[1].str() + ", " + (*at)[2].str() + ")";
    EXPECT_NE(tests.find(declared), std::string::npos) << at->str();
  }
  EXPECT_GT(named, 5);
}

// Every code word an error or finding carries has a sentence in the message table.
// A person who is shown a column of ours reads its name, never our word for it.
TEST(Documents, EveryColumnAHeaderMayMeanHasAName) {
  const std::string messages = read(root / "web/src/lib/desk_messages.ts");
  std::istringstream lines(read(root / "data/header_words.tsv"));
  int columns = 0;
  for (std::string line; std::getline(lines, line);) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string::npos) continue;
    const std::string column = line.substr(first + 1, second - first - 1);
    EXPECT_NE(messages.find("'column." + column + "':"), std::string::npos) << column;
    ++columns;
  }
  EXPECT_GT(columns, 50);
}

TEST(Documents, EveryCodeWordHasASentence) {
  const std::regex code(
      R"re((?:fail\(|Error\{|Finding\{|\.add\(|\.add_once\(|[^_a-z]error\(|finding\())re"
      R"re("([a-z][a-z0-9_]+)")re");
  std::set<std::string> missing;
  int found = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
    const std::string name = entry.path().string();
    if (!name.ends_with(".cpp") || name.ends_with("_test.cpp") || name.ends_with("_fuzz.cpp"))
      continue;
    const std::string text = read(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at, ++found) {
      const std::string key = "error." + (*at)[1].str();
      if (!messages::has(key)) missing.insert(key + " in " + name);
    }
  }
  EXPECT_GT(found, 60);
  for (const auto& key : missing) ADD_FAILURE() << key;
}

}  // namespace
}  // namespace umikoe
