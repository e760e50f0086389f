#include "app/map_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace umikoe::app {
namespace {

namespace table = formats::table;
using testing::ElementsAre;

table::TableFile csv_of(std::string text) {
  auto kept = std::make_shared<const std::string>(std::move(text));
  return table::TableFile::of_csv([kept]() -> Result<formats::ByteSource> {
    return formats::ByteSource([kept, inner = formats::from_memory(*kept)](std::span<char> buffer) {
      return inner(buffer);
    });
  });
}

const char* const ledger =
    "ISRC,契約先,許諾地域,許諾開始日,利用形態\n"
    "JPZ901900001,海声,アジア,1/4/2019,配信\n";

MapProposal mapped(const table::TableFile& file, const MapOrder& order,
                   const TableMemory& memory = {}) {
  auto proposal = map_table(file, memory, order);
  EXPECT_TRUE(proposal) << (proposal ? "" : proposal.error().code);
  return proposal ? *std::move(proposal) : MapProposal{};
}

std::vector<std::string> ids_of(const MapProposal& proposal) {
  std::vector<std::string> ids;
  for (const auto& question : proposal.table.questions) ids.push_back(question.id);
  return ids;
}

// A log of edits as a store would keep them.
std::vector<edits::Edit> log_of(const std::vector<SavedMapping>& saved) {
  std::vector<edits::Edit> log;
  for (const auto& mapping : saved) {
    for (const auto& draft : edits_of(mapping, OrganisationId{})) {
      log.push_back(edits::chained(draft, log.empty() ? nullptr : &log.back()));
    }
  }
  return log;
}

SavedMapping saved_from(const MapProposal& proposal, const std::string& sender, int64_t at = 0) {
  return {sender, proposal.table.fingerprint, "田中", Instant{at}, proposal.table.mapping};
}

TEST(MapTable, NumbersStayWhileAnswersBringNewQuestions) {
  const auto file = csv_of(ledger);
  EXPECT_THAT(ids_of(mapped(file, {})),
              ElementsAre("header:契約先", "days", "word:uses:配信", "territory:アジア"));
  // Answering the first one as the licensor brings the question who the licensee is: number five.
  const auto after = mapped(file, {.sender = "", .answers = {{"1", "grantor"}, {"4", "KR"}}});
  EXPECT_THAT(ids_of(after), ElementsAre("header:契約先", "days", "word:uses:配信",
                                         "territory:アジア", "column:party"));
  EXPECT_EQ(after.table.questions[3].answer, "KR");
  const auto all = mapped(file, {.sender = "",
                                 .answers = {{"1", "grantor"},
                                             {"4", "KR"},
                                             {"5", "=海声"},
                                             {"2", "a"},
                                             {"word:uses:配信", "サブスク"}}});
  EXPECT_TRUE(all.ready());
  EXPECT_EQ(all.table.mapping.days.order, table::DayOrder::day_first);
  EXPECT_EQ(map_table(file, {}, {.sender = "", .answers = {{"9", "x"}}}).error().code,
            "answer_number_unknown");
}

TEST(MapTable, RemembersWhatWasSaved) {
  const auto file = csv_of(ledger);
  const auto proposal = mapped(file, {.sender = "みなと",
                                      .answers = {{"header:契約先", "party"},
                                                  {"days", "month-first"},
                                                  {"word:uses:配信", "download"},
                                                  {"territory:アジア", "KR TW"}}});
  ASSERT_TRUE(proposal.ready());
  const SavedMapping saved = saved_from(proposal, "みなと");
  const auto log = log_of({saved});
  const TableMemory memory = table_memory_of(log);
  ASSERT_EQ(memory.mappings.size(), 1u);
  EXPECT_EQ(memory.mappings[0], saved);
  const auto again = mapped(file, {}, memory);
  EXPECT_TRUE(again.ready());
  EXPECT_EQ(again.sender, "みなと");
  EXPECT_EQ(again.table.mapping, proposal.table.mapping);

  // What the sender means by a word holds for another layout of his, and for nobody else's.
  const auto other = csv_of("ISRC,被許諾者,許諾地域\nJPZ901900001,海声,アジア\n");
  EXPECT_TRUE(mapped(other, {.sender = "みなと", .answers = {}}, memory).ready());
  EXPECT_FALSE(mapped(other, {.sender = "別の社", .answers = {}}, memory).ready());
}

TEST(MapTable, AsksWhoseTableItIsWhereSendersDiffer) {
  const auto file = csv_of(ledger);
  const auto answered = [&](const char* days) {
    return mapped(file, {.sender = "",
                         .answers = {{"header:契約先", "party"},
                                     {"days", days},
                                     {"word:uses:配信", "download"},
                                     {"territory:アジア", "KR"}}});
  };
  const auto log =
      log_of({saved_from(answered("day-first"), "甲"), saved_from(answered("month-first"), "乙")});
  const TableMemory memory = table_memory_of(log);
  EXPECT_EQ(map_table(file, memory, {}).error().code, "question_sender");
  const auto of_one = mapped(file, {.sender = "乙", .answers = {}}, memory);
  EXPECT_EQ(of_one.table.mapping.days.order, table::DayOrder::month_first);
}

TEST(MapTable, PassesOverEditsItCannotRead) {
  edits::EditDraft draft{.kind = "table_mapping", .subject = "x", .body = "{\"columns\":[1]}"};
  const std::vector<edits::Edit> log{edits::chained(draft, nullptr)};
  EXPECT_TRUE(table_memory_of(log).mappings.empty());
}

TEST(MapTable, SaysEverythingInBothLanguages) {
  const auto proposal = mapped(csv_of(ledger), {});
  for (const auto language : {messages::Language::en, messages::Language::ja}) {
    EXPECT_FALSE(map_text(proposal, language).contains("<")) << map_text(proposal, language);
  }
  EXPECT_FALSE(map_json(proposal).contains("<question"));
  EXPECT_EQ(open_question(proposal, messages::Language::en).arguments[0].second, "4");
}

}  // namespace
}  // namespace umikoe::app
