// What a distributor's list says of deliveries, row by row.
#include <gtest/gtest.h>

#include "formats/table/tables.h"

namespace umikoe::formats::table {
namespace {

TableResult read(const std::string& text) {
  return read_table(Format::table_deliveries, from_memory(text, 13));
}

const std::string head = "isrc,service,territories,party,recipient,observed_on,start,state\n";

TEST(DeliveriesTable, MakesOneStatementOfEachRow) {
  const auto [contents, errors] =
      read(head +
           "JPZ9D2600001,Spotify,Worldwide -CN,Kaze,Todai,2026-11-16,2026-04-01,\n"
           "JPZ9D2600001,LINE MUSIC,JP,Kaze,Todai,2026-11-16,,taken_down\n"
           "JPZ9D2600002,Spotify,JP,Kaze,Todai,2026-11-16,,not_delivered\n");
  ASSERT_TRUE(errors.empty()) << errors.front().code;
  ASSERT_EQ(contents.statements.size(), 3u);
  const rights::Statement& first = contents.statements[0];
  EXPECT_EQ(first.sender.name, "Kaze");
  EXPECT_EQ(first.recipients.front().name, "Todai");
  EXPECT_EQ(first.created.to_string(), "2026-11-16T00:00:00Z");
  ASSERT_EQ(first.deals.size(), 1u);
  EXPECT_EQ(first.deals[0].channels.front().name, "Spotify");
  EXPECT_TRUE(first.deals[0].territory->excluding);
  EXPECT_EQ(first.deals[0].periods.front().start,
            WrittenTime::at_local_midnight(*Date::of(2026, 4, 1)));
  EXPECT_TRUE(contents.statements[1].deals[0].is_takedown);
  EXPECT_TRUE(contents.statements[2].deals[0].territory->codes.empty());
  EXPECT_NE(first.main_release, contents.statements[1].main_release);
}

TEST(DeliveriesTable, KnowsWhoIsWho) {
  const auto [contents, errors] = read(head + "JPZ9D2600001,Spotify,JP,Kaze,Todai,2026-11-16,,\n" +
                                       "JPZ9D2600002,Spotify,JP,Kaze,Todai,2026-11-16,,\n");
  ASSERT_TRUE(errors.empty());
  ASSERT_EQ(contents.parties.size(), 3u);
  EXPECT_EQ(contents.parties[0].role, catalogue::PartyRole::own);
  EXPECT_EQ(contents.parties[1].role, catalogue::PartyRole::distributor);
  EXPECT_EQ(contents.parties[2].role, catalogue::PartyRole::service);
}

TEST(DeliveriesTable, RefusesWhatItCannotRead) {
  const auto [contents, errors] = read(head + "JPZ9D2600001,Spotify,,Kaze,,,2026-13-01,maybe\n");
  std::vector<std::string> codes;
  for (const auto& error : errors) codes.push_back(error.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"cell_required", "cell_required", "date_invalid",
                                             "word_unknown"}));
  EXPECT_TRUE(contents.statements.empty());
}

}  // namespace
}  // namespace umikoe::formats::table
