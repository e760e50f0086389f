#include "edits/edit.h"

#include <gtest/gtest.h>

namespace umikoe::edits {
namespace {

EditDraft draft(std::string kind, std::string subject, std::string body,
                EditState state = EditState::applied) {
  return {.organisation = OrganisationId{1},
          .author = "Mori",
          .made_at = Instant{1'700'000'000},
          .kind = std::move(kind),
          .subject = std::move(subject),
          .body = std::move(body),
          .state = state};
}

std::vector<Edit> log_of(const std::vector<EditDraft>& drafts) {
  std::vector<Edit> log;
  for (const EditDraft& entry : drafts) {
    log.push_back(chained(entry, log.empty() ? nullptr : &log.back()));
  }
  return log;
}

TEST(Edits, ChainHoldsUntilSomebodyTouchesIt) {
  const auto log = log_of({draft("a", "1", "{}"), draft("a", "2", "{}"), draft("b", "1", "{}")});
  EXPECT_TRUE(verify_chain(log));
  EXPECT_TRUE(verify_chain({}));
  for (size_t i = 0; i < log.size(); ++i) {
    auto changed = log;
    changed[i].entry.body = "{ }";
    EXPECT_FALSE(verify_chain(changed)) << i;
    auto later = log;
    ++later[i].entry.made_at.seconds;
    EXPECT_FALSE(verify_chain(later)) << i;
  }
  auto dropped = log;
  dropped.erase(dropped.begin() + 1);
  const auto broken = verify_chain(dropped);
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, "edit_chain_broken");
  EXPECT_EQ(broken.error().arguments.at(0).second, "3");
  auto swapped = log;
  std::swap(swapped[0], swapped[1]);
  EXPECT_FALSE(verify_chain(swapped));
}

// "ab" + "c" is not "a" + "bc".
TEST(Edits, HashKeepsPartsApart) {
  EXPECT_NE(chained(draft("ab", "c", ""), nullptr).hash,
            chained(draft("a", "bc", ""), nullptr).hash);
}

TEST(Edits, LastEntryOfASubjectStands) {
  const auto log =
      log_of({draft("hold", "2", "old"), draft("hold", "1", "one"), draft("hold", "2", "new"),
              draft("map", "3", "other kind"), draft("hold", "1", "", EditState::withdrawn)});
  const auto standing = current(log, "hold");
  ASSERT_EQ(standing.size(), 1u);
  EXPECT_EQ(standing[0]->entry.body, "new");
}

}  // namespace
}  // namespace umikoe::edits
