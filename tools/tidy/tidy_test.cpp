#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules.h"

namespace umikoe::tidy {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Sources tree(std::string path, std::string text) {
  Sources sources;
  sources.push_back(make_source(std::move(path), std::move(text)));
  return sources;
}

std::string told(const Breaches& breaches) {
  std::string text;
  for (const Breach& breach : breaches) {
    text += breach.path + ":" + std::to_string(breach.line) + " " + breach.rule + "\n";
  }
  return text;
}

std::string repeated(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string arrow(const std::string& path, const std::string& target) {
  return told(check_arrows(tree(path, "#pragma once\n#include \"" + target + "\"\n")));
}

TEST(Arrows, DownIsAllowed) {
  EXPECT_EQ(arrow("src/rights/why.cpp", "base/date.h"), "");
  EXPECT_EQ(arrow("src/rights/why.cpp", "rights/deal.h"), "");
  EXPECT_EQ(arrow("src/app/why.cpp", "formats/ddex/ern.h"), "");
  EXPECT_EQ(arrow("src/formats/ddex/ern.cpp", "rights/deal.h"), "");
  EXPECT_EQ(arrow("src/stores/world.cpp", "app/ports.h"), "");
  EXPECT_EQ(arrow("src/stores/world.cpp", "rights/deal.h"), "");
  EXPECT_EQ(arrow("src/stores/world.cpp", "stores_sql.h"), "");
  EXPECT_EQ(arrow("src/http/routes.cpp", "app/why.h"), "");
  EXPECT_EQ(arrow("src/main/main.cpp", "stores/world.h"), "");
}

TEST(Arrows, UpAndSidewaysAreNot) {
  EXPECT_EQ(arrow("src/base/date.cpp", "rights/deal.h"), "src/base/date.cpp:2 arrows\n");
  for (const auto& [from, to] :
       {std::pair{"access", "messages/messages.h"}, std::pair{"messages", "access/viewer.h"},
        std::pair{"rights", "demand/series.h"}, std::pair{"rights", "plan/gap.h"},
        std::pair{"rights", "formats/findings.h"}, std::pair{"rights", "app/ports.h"},
        std::pair{"formats", "app/ports.h"}, std::pair{"formats", "stores/world.h"},
        std::pair{"formats", "touring/leg.h"}, std::pair{"stores", "app/why.h"},
        std::pair{"app", "stores_sql.h"}, std::pair{"stores", "formats/findings.h"},
        std::pair{"cli", "rights/answer.h"}, std::pair{"cli", "access/viewer.h"},
        std::pair{"http", "stores/world.h"}, std::pair{"http", "cli/verbs.h"},
        std::pair{"app", "stores/world.h"}, std::pair{"cli", "main/main.h"}}) {
    const std::string path = std::string("src/") + from + "/a.cpp";
    EXPECT_EQ(arrow(path, to), path + ":2 arrows\n") << to;
  }
}

TEST(Arrows, OtherMistakesAreNamed) {
  const auto unknown = check_arrows(tree("src/drawer/a.h", ""));
  ASSERT_EQ(unknown.size(), 1);
  EXPECT_THAT(unknown[0].remedy, HasSubstr("tools/tidy/arrows.cpp"));
  const auto relative = check_arrows(tree("src/base/a.cpp", "#include \"date.h\"\n"));
  ASSERT_EQ(relative.size(), 1);
  EXPECT_THAT(relative[0].remedy, HasSubstr("full path"));
}

TEST(Structure, FindsFunctionsAndTheirLines) {
  const Source source = make_source("src/base/a.cpp", R"code(
namespace umikoe {
namespace { struct Pair { int a = 1; int b{2}; }; }
constexpr int numbers[] = {1, 2};
// A brace in a comment {
const char* text = "} {"; char c = '{'; int big = 1'000'000;
Thing::Thing(int a) : a_{a}, b_{1} {
  if (a) {
    run([] { return 1; });
  }
}
template <class T, int n = 3>
bool operator==(const T& a, const T& b) {
  return R"({{{)" != nullptr;
}
TEST(Some, Case) {
  EXPECT_TRUE(true);
}
}  // namespace umikoe
)code");
  const Structure found = structure_of(source);
  ASSERT_EQ(found.functions.size(), 3);
  EXPECT_EQ(found.functions[0].name, "Thing::Thing");
  EXPECT_EQ(found.functions[0].first_line, 7);
  EXPECT_EQ(found.functions[0].last_line, 11);
  EXPECT_EQ(found.functions[1].lines(), 4);
  EXPECT_EQ(found.functions[2].name, "TEST(Some, Case)");
}

TEST(Structure, RubbishDoesNotHangOrCrash) {
  for (const char* text :
       {"}}}", "{{{", "\"", "'", "/*", "R\"(", "#", "#define A \\", "f(((", "))) {"}) {
    structure_of(make_source("src/base/a.cpp", text));
  }
}

TEST(Sizes, FunctionsOfSixtyLinesAreTheLongest) {
  const auto function = [](int lines) {
    return tree("src/base/a.cpp", "void f() {\n" + repeated("  step();\n", lines - 2) + "}\n");
  };
  EXPECT_EQ(told(check_sizes(function(60))), "");
  EXPECT_EQ(told(check_sizes(function(61))), "src/base/a.cpp:1 function size\n");
}

TEST(Sizes, FilesOfFiveHundredLinesAreTheLongest) {
  EXPECT_EQ(told(check_sizes(tree("src/base/a.cpp", repeated("\n", 500)))), "");
  EXPECT_EQ(told(check_sizes(tree("src/base/a.cpp", repeated("\n", 501)))),
            "src/base/a.cpp:0 file size\n");
  EXPECT_EQ(told(check_sizes(tree("src/base/zone_table.cpp", repeated("\n", 501)))), "");
}

TEST(Sizes, ColumnsAreCodePoints) {
  EXPECT_EQ(told(check_sizes(tree("src/base/a.cpp", repeated("あ", 100)))), "");
  EXPECT_EQ(told(check_sizes(tree("src/base/a.cpp", "\n" + repeated("あ", 101)))),
            "src/base/a.cpp:2 columns\n");
  EXPECT_EQ(told(check_sizes(tree("src/messages/a.cpp", repeated("あ", 101)))), "");
}

std::string sql_in(const std::string& path, const std::string& literal) {
  return told(check_sql(tree(path, "\nauto q = \"" + literal + "\";\n")));
}

TEST(Sql, StandsInSqlFiles) {
  for (const char* literal :
       {"SELECT a FROM b", "select count(*) from b", "INSERT INTO b VALUES(1)", "UPDATE b SET a=1",
        "DELETE FROM b", "CREATE TABLE b(a)", "PRAGMA user_version", "  SELECT 1"}) {
    EXPECT_EQ(sql_in("src/stores/a.cpp", literal), "src/stores/a.cpp:2 sql\n") << literal;
  }
  for (const char* literal :
       {"select a territory", "update", "Selected", "delete", "pragmatic", "create"}) {
    EXPECT_EQ(sql_in("src/app/a.cpp", literal), "") << literal;
  }
  EXPECT_EQ(told(check_sql(tree("src/app/a.cpp", "// SELECT a FROM b\n"))), "");
}

std::string purity(const std::string& code, const std::string& path = "src/rights/a.cpp") {
  return told(check_purity(tree(path, code)));
}

TEST(Purity, StateIsFound) {
  const std::string globals = "src/rights/a.cpp:1 globals\n";
  EXPECT_EQ(purity("int counter = 0;\n"), globals);
  EXPECT_EQ(purity("namespace a { std::vector<int> cache; }\n"), globals);
  EXPECT_EQ(purity("std::string last{\"a\"};\n"), globals);
  EXPECT_EQ(purity("int f() { static int n = 0; return ++n; }\n"), globals);
  EXPECT_EQ(purity("int f() { thread_local const int n = 0; return n; }\n"), globals);
}

TEST(Purity, ConstantsAndDeclarationsAreFine) {
  EXPECT_EQ(
      purity("constexpr int limit = 3;\nconst std::string name = \"a\";\nint f(int a);\n"
             "using A = int;\nstruct B { int a = 0; static B make(); };\n"
             "int f() { static const int n = 3; static constexpr int m = 4; return n + m; }\n"
             "template <class T> T value;\nextern \"C\" int g;\nstatic int h() { return 1; }\n"),
      "");
}

TEST(Purity, ClocksChanceAndFilesStayOutside) {
  EXPECT_EQ(purity("#include <chrono>\n"), "src/rights/a.cpp:1 purity\n");
  EXPECT_EQ(purity("#include <random>\n"), "src/rights/a.cpp:1 purity\n");
  EXPECT_EQ(purity("#include <fstream>\n", "src/stores/a.cpp"), "");
  EXPECT_EQ(purity("#include <fstream>\n", "src/rights/a_test.cpp"), "");
}

Sources two_files(const std::string& a, const std::string& b) {
  Sources sources = tree("src/base/a.cpp", a);
  sources.push_back(make_source("src/base/b.cpp", b));
  return sources;
}

TEST(Duplicates, EightEqualLinesAreACopy) {
  std::string eight;
  for (int i = 0; i < 8; ++i) eight += "  step(" + std::to_string(i) + ");\n";
  const std::string seven = eight.substr(eight.find('\n') + 1);
  EXPECT_THAT(check_duplicates(two_files(seven, seven)), IsEmpty());
  const auto found = check_duplicates(two_files("a();\n" + eight, "b();\n\n" + eight));
  ASSERT_EQ(found.size(), 1);
  EXPECT_EQ(found[0].line, 2);
  EXPECT_THAT(found[0].remedy, HasSubstr("src/base/b.cpp:3"));
  EXPECT_EQ(find_duplicates(two_files(eight, eight)).duplicate_lines, 16);
}

TEST(Duplicates, AFewAmongManyPass) {
  std::string eight, many;
  for (int i = 0; i < 8; ++i) eight += "  step(" + std::to_string(i) + ");\n";
  for (int i = 0; i < 1000; ++i) many += "  other(" + std::to_string(i) + ");\n";
  EXPECT_THAT(check_duplicates(two_files(eight, many + eight)), IsEmpty());
}

std::string words(const std::string& path, const std::string& text) {
  return told(check_words(tree(path, text)));
}

TEST(Words, BannedOnesAreFound) {
  EXPECT_EQ(words("docs/a.md", "\nThe Catalog.\n"), "docs/a.md:2 words\n");
  EXPECT_EQ(words("src/base/a.cpp", "// localization\n"), "src/base/a.cpp:1 words\n");
  EXPECT_EQ(words("docs/a.md", "a funding program\n"), "docs/a.md:1 words\n");
  EXPECT_EQ(words("src/base/a.cpp", "// TODO later\n"), "src/base/a.cpp:1 words\n");
  EXPECT_EQ(words("src/base/a.cpp", "class DateUtils;\n"), "src/base/a.cpp:1 words\n");
  EXPECT_EQ(words("src/base/a.cpp", "class WorldManager;\n"), "src/base/a.cpp:1 words\n");
  EXPECT_EQ(words("src/base/date_utils.cpp", ""), "src/base/date_utils.cpp:0 words\n");
  EXPECT_EQ(words("src/base/common.h", "#pragma once\n"), "src/base/common.h:0 words\n");
}

TEST(Words, OthersAreFine) {
  EXPECT_EQ(words("docs/a.md", "The catalogue has a CatalogNumber; the program runs.\n"), "");
  EXPECT_EQ(words("docs/a.md", "a funding programme\n"), "");
  EXPECT_EQ(words("src/base/a.cpp", "// TODO issue 12: later\n"), "");
  EXPECT_EQ(words("src/base/a.cpp", "// what they have in Common\nint common = 1;\n"), "");
}

TEST(Words, HeadersAreLight) {
  EXPECT_EQ(words("src/base/a.h", "int f();\n"), "src/base/a.h:1 headers\n");
  EXPECT_EQ(words("src/base/a.h", "#pragma once\n#include <chrono>\n"), "src/base/a.h:2 headers\n");
  EXPECT_EQ(words("src/base/a.cpp", "#include <regex>\n"), "");
  EXPECT_EQ(words("src/base/a.cpp", "using namespace std;\n"), "src/base/a.cpp:1 namespaces\n");
}

Breaches documents(const std::string& text) {
  Sources sources = tree("README.md", text);
  sources.push_back(make_source("src/cli/verbs.cpp", "const char* verbs[] = {\"why\"};\n"));
  return check_documents(sources, {"README.md", "src/cli/verbs.cpp", "start"});
}

TEST(Documents, WhatTheyNameExists) {
  EXPECT_THAT(documents("`src/cli/verbs.cpp`, `src/cli/`, `cli/verbs.cpp`, `./start`, `./demo`, "
                        "`umikoe why ISRC`, `umikoe --help`, `and/or`, `src/*/README.md`\n"),
              IsEmpty());
  EXPECT_EQ(told(documents("\n`src/cli/gone.cpp`\n")), "README.md:2 documents\n");
  EXPECT_EQ(told(documents("`./stop`\n")), "README.md:1 documents\n");
  EXPECT_EQ(told(documents("`rights/gone.h`\n")), "README.md:1 documents\n");
  EXPECT_EQ(told(documents("`umikoe fly`\n")), "README.md:1 documents\n");
}

TEST(Report, NamesEveryIndicator) {
  const std::string text = report(two_files("int f() {\n  return 1;\n}\n", "// why\nint g();\n"));
  for (const char* word : {"median", "include depth", "duplicate", "comment share", "cycle"}) {
    EXPECT_THAT(text, HasSubstr(word));
  }
}

}  // namespace
}  // namespace umikoe::tidy
