#include "search/index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "search/close_keys.h"

namespace umikoe::search {
namespace {

std::vector<uint32_t> documents(const Index& index, std::string key, size_t limit = 10,
                                KeyKind kind = KeyKind::latin) {
  std::vector<uint32_t> found;
  for (const Hit& hit : index.find(std::vector{QueryKey{kind, std::move(key)}}, limit)) {
    found.push_back(hit.document);
  }
  return found;
}

TEST(Index, FindsWholeKeysFirstThenBeginningsThenParts) {
  const std::vector<Form> forms{{0, KeyKind::latin, "kakurenbo"},
                                {1, KeyKind::latin, "kakure"},
                                {2, KeyKind::latin, "mikakure"},
                                {3, KeyKind::latin, "sora"}};
  const Index index(forms);
  EXPECT_EQ(documents(index, "kakure"), (std::vector<uint32_t>{1, 0, 2}));
  const auto hits = index.find(std::vector{QueryKey{KeyKind::latin, "kakure"}}, 10);
  EXPECT_EQ(hits[0].match, MatchClass::exact);
  EXPECT_EQ(hits[1].match, MatchClass::prefix);
  EXPECT_EQ(hits[2].match, MatchClass::inside);
}

TEST(Index, OneCharacterIsEnough) {
  const std::vector<Form> forms{{0, KeyKind::written, "雨のち晴れ"},
                                {1, KeyKind::written, "雨"},
                                {2, KeyKind::written, "晴れ"}};
  const Index index(forms);
  EXPECT_EQ(documents(index, "雨", 10, KeyKind::written), (std::vector<uint32_t>{1, 0}));
  EXPECT_TRUE(documents(index, "雪", 10, KeyKind::written).empty());
}

TEST(Index, ForgivesMisspellings) {
  const std::vector<Form> forms{{0, KeyKind::latin, "senbonzakura"},
                                {1, KeyKind::latin, "gurenge"},
                                {2, KeyKind::latin, "ado"}};
  const Index index(forms);
  EXPECT_EQ(documents(index, "senbonzakra"), (std::vector<uint32_t>{0}));
  EXPECT_EQ(documents(index, "sebnonzakura"), (std::vector<uint32_t>{0}));
  EXPECT_EQ(documents(index, "gurenga"), (std::vector<uint32_t>{1}));
  EXPECT_TRUE(documents(index, "abo").empty());  // three letters are not guessed at
  EXPECT_TRUE(documents(index, "xyzxyzxyz").empty());
}

TEST(Index, ForgivesMisspellingsInPartsOfNames) {
  const std::vector<Form> forms{{0, KeyKind::latin, "kurousasenbonzakuranouta"},
                                {1, KeyKind::latin, "gurengenohana"},
                                {2, KeyKind::written, "真夜中の観覧車と海の歌"}};
  const Index index(forms);
  EXPECT_EQ(documents(index, "senbonzakra"), (std::vector<uint32_t>{0}));    // one left out
  EXPECT_EQ(documents(index, "senbonzakuar"), (std::vector<uint32_t>{0}));   // two swapped
  EXPECT_EQ(documents(index, "sembonzakurra"), (std::vector<uint32_t>{0}));  // two mistakes of 13
  EXPECT_EQ(documents(index, "gurenke"), (std::vector<uint32_t>{1}));        // one of seven
  EXPECT_TRUE(documents(index, "gurxx").empty());    // five letters are not guessed at
  EXPECT_TRUE(documents(index, "gurxnxx").empty());  // nor are three mistakes
  EXPECT_EQ(documents(index, "真夜中の観覧者", 10, KeyKind::written), (std::vector<uint32_t>{2}));
  const auto hits = index.find(std::vector{QueryKey{KeyKind::latin, "senbonzakra"}}, 10);
  EXPECT_EQ(hits[0].match, MatchClass::misspelt);
}

// A key that is whole but for a letter goes before one that only holds something like it.
TEST(Index, PartsAreGuessedAtOnlyWhereNoWholeKeyIsNear) {
  const std::vector<Form> forms{{0, KeyKind::latin, "gurengenohana"},
                                {1, KeyKind::latin, "gurenge"}};
  EXPECT_EQ(documents(Index(forms), "gurenke"), (std::vector<uint32_t>{1}));
}

TEST(Index, AFewFormsOfOneDocumentHideNoOther) {
  std::vector<Form> forms;
  for (uint32_t form = 0; form < 5; ++form) forms.push_back({0, KeyKind::latin, "hoshi"});
  forms.push_back({1, KeyKind::latin, "hoshizora"});
  EXPECT_EQ(documents(Index(forms), "hoshi", 2), (std::vector<uint32_t>{0, 1}));
}

TEST(Index, KindsDoNotMix) {
  const std::vector<Form> forms{{0, KeyKind::written, "ado"}, {1, KeyKind::latin, "ado"}};
  const Index index(forms);
  EXPECT_EQ(documents(index, "ado"), (std::vector<uint32_t>{1}));
}

TEST(Index, EachDocumentOnceAndFormsAsGiven) {
  const std::vector<Form> forms{
      {7, KeyKind::latin, "idol"}, {7, KeyKind::latin, "idolx"}, {7, KeyKind::latin, ""}};
  const Index index(forms);
  const auto hits = index.find(std::vector{QueryKey{KeyKind::latin, "idol"}}, 10);
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].form, 0u);
  EXPECT_EQ(index.form_count(), 2u);
  EXPECT_TRUE(Index({}).find(std::vector{QueryKey{KeyKind::latin, "a"}}, 5).empty());
}

// The slow way: every form, by its own words.
std::set<std::pair<uint32_t, MatchClass>> slow(const std::vector<Form>& forms,
                                               const std::string& query) {
  const auto points = code_points(query);
  const std::u32string wanted(points.begin(), points.end());
  std::map<uint32_t, MatchClass> best;
  for (const Form& form : forms) {
    const auto own = code_points(form.key);
    const std::u32string key(own.begin(), own.end());
    if (key.empty()) continue;
    const size_t at = key.find(wanted);
    std::optional<MatchClass> match;
    if (key == wanted)
      match = MatchClass::exact;
    else if (at == 0)
      match = MatchClass::prefix;
    else if (at != std::u32string::npos)
      match = MatchClass::inside;
    if (!match) continue;
    const auto [place, added] = best.emplace(form.document, *match);
    if (!added) place->second = std::min(place->second, *match);
  }
  return {best.begin(), best.end()};
}

RC_GTEST_PROP(Index, AgreesWithASlowSearch, ()) {
  const auto letters = rc::gen::elementOf(std::string("abcde"));
  const auto words = rc::gen::container<std::string>(letters);
  std::vector<Form> forms;
  const auto keys = *rc::gen::container<std::vector<std::string>>(words);
  for (size_t i = 0; i < keys.size(); ++i) {
    forms.push_back({static_cast<uint32_t>(i / 2), KeyKind::latin, keys[i]});
  }
  const std::string query = *words;
  RC_PRE(!query.empty());
  const Index index(forms);
  std::set<std::pair<uint32_t, MatchClass>> found;
  for (const Hit& hit : index.find(std::vector{QueryKey{KeyKind::latin, query}}, 100'000)) {
    if (hit.match != MatchClass::misspelt) found.emplace(hit.document, hit.match);
  }
  RC_ASSERT(found == slow(forms, query));
}

RC_GTEST_PROP(CloseKeys, AgreeWithTheFullTable, ()) {
  const auto letters = rc::gen::elementOf(std::u32string(U"ab"));
  const std::u32string a = *rc::gen::container<std::u32string>(letters);
  const std::u32string b = *rc::gen::container<std::u32string>(letters);
  // Full optimal string alignment without any shortcut.
  std::vector<std::vector<size_t>> d(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  for (size_t allowed = 0; allowed < 4; ++allowed) {
    RC_ASSERT(within_distance(a, b, allowed) == (d[a.size()][b.size()] <= allowed));
  }
}

RC_GTEST_PROP(CloseKeys, APieceIsHeldWhereAnyStretchIsNear, ()) {
  const auto letters = rc::gen::elementOf(std::u32string(U"abc"));
  const std::u32string text = *rc::gen::container<std::u32string>(letters);
  const std::u32string piece = *rc::gen::container<std::u32string>(letters);
  RC_PRE(text.size() < 30 && piece.size() < 30);
  for (size_t allowed = 0; allowed < 3; ++allowed) {
    bool near = false;
    for (size_t from = 0; from <= text.size() && !near; ++from) {
      for (size_t to = from; to <= text.size() && !near; ++to) {
        near = within_distance(std::u32string_view(text).substr(from, to - from), piece, allowed);
      }
    }
    RC_ASSERT(holds_within(text, piece, allowed) == near);
  }
}

TEST(Galloping, FindsTheFirstNotBelow) {
  const std::vector<uint32_t> list{2, 4, 4, 9, 20, 21};
  for (uint32_t value = 0; value < 25; ++value) {
    const size_t expected =
        static_cast<size_t>(std::ranges::lower_bound(list, value) - list.begin());
    EXPECT_EQ(first_not_below(list, value), expected) << value;
  }
  EXPECT_EQ(first_not_below({}, 3), 0u);
}

}  // namespace
}  // namespace umikoe::search
