#include "catalogue/linkage/identity_key.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <utility>

namespace umikoe::catalogue {
namespace {

using Row = std::pair<const char*, const char*>;

std::string key(const Row& row) { return identity_key(row.first, row.second); }

TEST(IdentityKey, IsOneForEverySpellingOfARecording) {
  const std::pair<Row, Row> same[] = {
      {{"HUNTR/X", "Golden (w/ Ejae, Audrey Nuna)"}, {"HUNTR/X", "Golden (w/ EJae, REI AMI)"}},
      {{"HUNTR/X", "Golden (w/ Ejae)"}, {"HUNTR/X", "Golden"}},
      {{"Arashi", "Love so sweet"}, {"ARASHI", "LOVE SO SWEET"}},
      {{"Official HIGE DANdism", "Pretender"}, {"OFFICIAL HIGE DANDISM", "Pretender"}},
      {{"Umi, Sora", "Wave"}, {"Umi", "Wave (feat. Sora)"}},
      {{"Umi|Sora", "Wave"}, {"Umi & Sora", "Wave"}},
      {{"Umi feat. Sora", "Wave"}, {"Umi", "Wave"}},
      {{"ＹＯＡＳＯＢＩ", "アイドル"}, {"YOASOBI", "ｱｲﾄﾞﾙ"}},
      {{"Beyoncé", "Déjà Vu"}, {"Beyonce", "Deja vu"}},
      {{"Umi", "You'll Be in My Heart"}, {"Umi", "You’ll be in my heart"}},
      {{"Umi", "夜の海「波のアニメ」"}, {"Umi", "夜の海"}}};
  for (const auto& [a, b] : same) EXPECT_EQ(key(a), key(b)) << a.second << " / " << b.second;
}

TEST(IdentityKey, KeepsApartWhatIsNotOneRecording) {
  const std::pair<Row, Row> apart[] = {{{"Umi", "Wave"}, {"Umi", "Wave (Remix)"}},
                                       {{"Umi", "Wave (Sora Remix)"}, {"Umi", "Wave (Kaze Remix)"}},
                                       {{"Umi", "Wave (TV size)"}, {"Umi", "Wave"}},
                                       {{"Umi", "Wave"}, {"Sora", "Wave"}},
                                       {{"", "Wave"}, {"Umi", "Wave"}},
                                       {{"Umi", "★"}, {"Umi", "☆"}},
                                       {{"Umi", "かき"}, {"Umi", "がき"}},
                                       {{"Umi", "Wave - Live"}, {"Umi", "Wave"}},
                                       {{"AB", "C"}, {"A", "BC"}}};
  for (const auto& [a, b] : apart) EXPECT_NE(key(a), key(b)) << a.second << " / " << b.second;
}

TEST(IdentityKey, LeavesNamesWithSignsWhole) {
  for (const char* name : {"HUNTR/X", "AC/DC", "Kis-My-Ft2", "P!nk", "aespa", "(G)I-DLE"}) {
    EXPECT_EQ(first_credit(name), name);
  }
  EXPECT_EQ(first_credit("Umi, Sora & Kaze"), "Umi");
  EXPECT_EQ(first_credit(" & Sora"), "& Sora");
}

RC_GTEST_PROP(IdentityKey, CannotBeChangedByCaseOrBlanks, (const std::string& letters)) {
  std::string name;
  for (const char c : letters) name += static_cast<char>('a' + static_cast<unsigned char>(c) % 26);
  std::string loud;
  for (const char c : name) {
    loud += static_cast<char>(c - 'a' + 'A');
    loud += ' ';
  }
  RC_ASSERT(name_key(name) == name_key(loud) || name.empty());
}

}  // namespace
}  // namespace umikoe::catalogue
