#include <gtest/gtest.h>

#include "base/limits.h"
#include "formats/table/tables.h"

namespace umikoe::formats::table {
namespace {

using demand::AppearanceKind;

constexpr const char* head =
    "artist,artist_isni,event,kind,city,territory,start,end,state,source\n";

TableResult read(std::string_view text) {
  return read_table(Format::table_appearances, from_memory(text, 11));
}

std::string codes(std::string_view rows) {
  std::string out;
  for (const Error& error : read(std::string(head) + std::string(rows)).errors) {
    out += error.code + "@" + std::to_string(error.where.line) + ":" + error.where.element + " ";
  }
  return out;
}

TEST(AppearancesTable, ReadsEveryColumn) {
  const auto [contents, errors] =
      read(std::string(head) +
           "波の会,0000 0001 2146 438X,\"Lantern, the Fest\",festival,São Paulo,BR,2026-12-05,"
           "2026-12-06,,the festival\n"
           "星の会,,Con,convention,,US,2026/12/24,,cancelled,\n");
  ASSERT_TRUE(errors.empty()) << errors[0].code;
  ASSERT_EQ(contents.appearances.size(), 2u);
  const demand::Appearance& first = contents.appearances[0];
  EXPECT_EQ(first.artist.name, "波の会");
  EXPECT_EQ(first.artist.isni, "000000012146438X");
  EXPECT_EQ(first.event, "Lantern, the Fest");
  EXPECT_EQ(first.kind, AppearanceKind::festival);
  EXPECT_EQ(first.city, "São Paulo");
  EXPECT_EQ(first.territory.code(), "BR");
  EXPECT_EQ(first.start.to_string(), "2026-12-05");
  EXPECT_EQ(first.end.to_string(), "2026-12-06");
  EXPECT_FALSE(first.cancelled);
  EXPECT_EQ(first.source, "the festival");
  const demand::Appearance& second = contents.appearances[1];
  EXPECT_EQ(second.end, second.start);  // one day
  EXPECT_TRUE(second.cancelled);
  EXPECT_EQ(contents.counts.rows, 2);
  EXPECT_EQ(contents.counts.first_date->to_string(), "2026-12-05");
  EXPECT_EQ(contents.counts.last_date->to_string(), "2026-12-24");
}

TEST(AppearancesTable, SaysWhatIsWrongAndKeepsNothing) {
  EXPECT_EQ(codes("Umi,,Fest,festival,,BR,2026-02-30,,,\n"), "date_invalid@2:start ");
  EXPECT_EQ(codes("Umi,,Fest,festival,,BR,2026-12-05,2026-12-04,,\n"),
            "appearance_ends_before_start@2:end ");
  EXPECT_EQ(codes("Umi,,Fest,festival,,BR,2026-12-05,2027-12-05,,\n"), "");
  EXPECT_EQ(codes("Umi,,Fest,festival,,BR,2026-12-05,2027-12-06,,\n"),
            "appearance_too_long@2:end ");
  EXPECT_EQ(codes("Umi,,Fest,festival,,Worldwide,2026-12-05,,,\n"),
            "territory_code_invalid@2:territory ");
  EXPECT_EQ(codes("Umi,,Fest,gig,,BR,2026-12-05,,maybe,\n"),
            "word_unknown@2:kind word_unknown@2:state ");
  EXPECT_EQ(codes("Umi,12,Fest,festival,,BR,2026-12-05,,,\n"),
            "identifier_malformed@2:artist_isni ");
  EXPECT_EQ(codes(",,,,,,,,,\n"),
            "cell_required@2:artist cell_required@2:event cell_required@2:kind "
            "cell_required@2:territory cell_required@2:start ");
  EXPECT_EQ(codes("Umi,,Fest,festival,,BR,2026-12-05,,,\nUmi,,Fest,festival,,XX,2026-12-05,,,\n"),
            "territory_code_invalid@3:territory ");
  EXPECT_EQ(read("artist,event\nUmi,Fest\n").errors.at(0).code, "column_missing");
  EXPECT_EQ(read("").errors.at(0).code, "table_empty");
}

TEST(AppearancesTable, HugeCellsAndBrokenLettersAreRefused) {
  const std::string huge(static_cast<size_t>(limits::table_cell_bytes.value) + 1, 'a');
  EXPECT_EQ(codes(huge + ",,Fest,festival,,BR,2026-12-05,,,\n"), "limit_exceeded@2: ");
  EXPECT_EQ(codes("Umi \xff\xfe\x81,,Fest,festival,,BR,2026-12-05,,,\n").substr(0, 16),
            "encoding_invalid");
}

TEST(AppearancesTable, IsToldByItsColumns) {
  EXPECT_EQ(recognise(head), Format::table_appearances);
  EXPECT_EQ(recognise("Territory;Event;Artist;Start;Kind\nBR;Fest;Umi;2026-12-05;festival\n"),
            Format::table_appearances);
  // One that lacks a column is still one, and its reader says which.
  EXPECT_EQ(recognise("artist,event,start\n"), Format::table_appearances);
  EXPECT_EQ(word(Format::table_appearances), "appearances");
  EXPECT_NE(recognise("event,start\n"), Format::table_appearances);
}

}  // namespace
}  // namespace umikoe::formats::table
