#include "formats/charts/presence_table.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace umikoe::formats::charts {
namespace {

auto read(std::string_view text, size_t piece = 65536) {
  return read_presence(from_memory(text, piece));
}

TEST(PresenceTable, ReadsArtistsAndTheirTerritories) {
  const auto rows =
      read("\xef\xbb\xbfName,Artist,COUNTRIES\n1,\"Umi, Sora\",hk|jp |global\n2,灯,\n");
  ASSERT_TRUE(rows) << rows.error().code;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(rows->at(0).first, "Umi, Sora");
  EXPECT_EQ(rows->at(0).second, (std::vector<std::string>{"hk", "jp", "global"}));
  EXPECT_TRUE(rows->at(1).second.empty());
}

TEST(PresenceTable, BadTablesAreRefusedWithTheirPlace) {
  const auto no_column = read("Artist,Places\nUmi,jp\n");
  ASSERT_FALSE(no_column);
  EXPECT_EQ(no_column.error().code, "column_missing");
  EXPECT_EQ(no_column.error().where.element, "countries");
  const auto no_artist = read("Artist,Countries\nUmi,jp\n ,hk\n");
  ASSERT_FALSE(no_artist);
  EXPECT_EQ(no_artist.error().code, "presence_artist_missing");
  EXPECT_EQ(no_artist.error().where.line, 3);
  EXPECT_EQ(read("Artist,Countries\n").error().code, "table_empty");
  EXPECT_EQ(read("").error().code, "table_empty");
  EXPECT_EQ(read("Artist,Countries\n\"Umi,jp\n").error().code, "csv_quote_unclosed");
}

TEST(PresenceTable, OnlySoManyTerritoriesAreTaken) {
  std::string text = "Artist,Countries\nUmi,";
  for (int64_t i = 0; i <= limits::presence_territories.value; ++i) {
    text += "t" + std::to_string(i) + "|";
  }
  EXPECT_EQ(read(text + "\n").error().code, "limit_exceeded");
}

}  // namespace
}  // namespace umikoe::formats::charts
