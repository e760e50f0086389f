#include "rights/profiles/profile_book.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "rights/profiles/signature.h"
#include "rights/profiles/timeline.h"
#include "rights/random_world_test.h"

namespace umikoe::rights::testing {
namespace {

RecordingFile file_of(const RandomWorld& world, const Isrc& isrc) {
  std::vector<const Statement*> all;
  for (const auto& s : world.statements) all.push_back(&s);
  RecordingFile file{isrc, world.length_ms, {}, world.licences, world.sightings};
  for (auto& t : threads_of(all, world.parties)) {
    if (mentions(t, isrc)) file.threads.push_back(t);
  }
  return file;
}

// A few weeks around the days on which random worlds change.
DayWindow window_of(const RandomWorld& world) {
  return {world.today.plus(-75), world.today.plus(60)};
}

std::string described(const Outcome& outcome) {
  return std::string(word(outcome.answer)) + " " + std::string(word(outcome.reason)) + " " +
         std::string(word(outcome.link)) + " " + std::string(outcome.detail) + " " +
         outcome.contract + " " + std::to_string(outcome.recipient.index);
}

void expect_equal(const ProfileBook& book, uint32_t profile, const RecordingFile& file,
                  Question question, const PartyDirectory& parties, uint64_t seed) {
  const Outcome read = outcome_of(answer(file, question, parties), question);
  const Outcome& compiled = book.tables().outcome(profile, question.territory, question.date);
  ASSERT_EQ(read, compiled) << "seed " << seed << " " << question.territory.code() << " "
                            << question.date.to_string() << " use " << word(question.use)
                            << "\nread     " << described(read) << "\ncompiled "
                            << described(compiled);
}

// Every day of the window in places with one zone and with many, every place on some days.
void expect_same_answers(const ProfileBook& book, uint32_t profile, const RecordingFile& file,
                         Use use, const RandomWorld& world, uint64_t seed) {
  Question question;
  question.today = world.today;
  question.use = use;
  std::mt19937_64 random(seed);
  const DayWindow window = book.tables().window;
  for (const char* code : {"JP", "US", "RU", "KI", "GB", "BR", "ES-CN", "AU"}) {
    question.territory = *TerritoryCode::parse(code);
    for (question.date = window.first; question.date <= window.last;
         question.date = question.date.plus(1 + static_cast<int32_t>(random() % 3))) {
      expect_equal(book, profile, file, question, world.parties, seed);
      if (::testing::Test::HasFatalFailure()) return;
    }
  }
  for (int i = 0; i < 2; ++i) {
    question.date = world.today.plus(static_cast<int32_t>(random() % 14) - 8);
    for (int t = 0; t < territory_count(); ++t) {
      question.territory = {static_cast<uint8_t>(t)};
      expect_equal(book, profile, file, question, world.parties, seed);
      if (::testing::Test::HasFatalFailure()) return;
    }
  }
}

TEST(ProfileBook, SaysWhatTheRecordEvaluatorSays) {
  std::map<std::string, int> reached;
  for (uint64_t seed = 0; seed < 250; ++seed) {
    const RandomWorld world = draw_world(seed);
    const RecordingFile file = file_of(world, world.isrc);
    ProfileBook book(world.parties, world.today, window_of(world));
    const Use use = seed % 5 == 0   ? Use::download
                    : seed % 7 == 0 ? Use::physical
                                    : Use::on_demand_stream;
    const uint32_t profile = book.profile_of(file, use);
    expect_same_answers(book, profile, file, use, world, seed);
    if (HasFatalFailure()) return;
    for (const Outcome& outcome : book.tables().outcomes)
      ++reached[std::string(word(outcome.reason))];
  }
  for (const char* reason : {"no_rights", "conflict", "withdrawn", "preorder_only", "preview_only",
                             "not_yet", "expired", "not_delivered", "not_live"}) {
    EXPECT_GT(reached[reason], 0) << reason;
  }
}

TEST(ProfileBook, FollowsAGroupOfRecordings) {
  for (uint64_t seed = 0; seed < 60; ++seed) {
    const RandomWorld one = draw_world(seed);
    const RandomWorld other = draw_world(seed + 10'000);
    RecordingFile file = file_of(one, one.isrc);
    RecordingFile member = file_of(other, other.isrc);
    file.members.push_back(&member);
    ProfileBook book(one.parties, one.today, window_of(one));
    const uint32_t profile = book.profile_of(file, Use::on_demand_stream);
    expect_same_answers(book, profile, file, Use::on_demand_stream, one, seed);
    if (HasFatalFailure()) return;
  }
}

// One book for all recordings of a world: where two share a profile, both have its answers.
TEST(ProfileBook, RecordingsWithEqualDocumentsShareAProfile) {
  const Isrc twin = *Isrc::parse("JPZZ02400077");
  int shared = 0;
  int apart = 0;
  for (uint64_t seed = 0; seed < 120; ++seed) {
    RandomWorld world = draw_world(seed);
    std::mt19937_64 random(seed);
    // The twin stands beside the recording everywhere, or in all releases but some.
    const bool everywhere = seed % 2 == 0;
    for (Statement& statement : world.statements) {
      for (StatedRelease& release : statement.releases) {
        const size_t count = release.assets.size();
        for (size_t i = 0; i < count; ++i) {
          StatedAsset copy = release.assets[i];
          if (copy.isrc != world.isrc || (!everywhere && random() % 4 == 0)) continue;
          copy.isrc = twin;
          release.assets.push_back(copy);
        }
      }
      prepare(statement);
    }
    ProfileBook book(world.parties, world.today, window_of(world));
    const RecordingFile file = file_of(world, world.isrc);
    const RecordingFile other = file_of(world, twin);
    const uint32_t first = book.profile_of(file, Use::on_demand_stream);
    const uint64_t asked = book.evaluations();
    const uint32_t second = book.profile_of(other, Use::on_demand_stream);
    if (everywhere) {
      EXPECT_EQ(signature_of(file, world.parties), signature_of(other, world.parties)) << seed;
      EXPECT_EQ(book.evaluations(), asked) << seed;
    }
    first == second ? ++shared : ++apart;
    expect_same_answers(book, second, other, Use::on_demand_stream, world, seed);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(shared, 60);
  EXPECT_GT(apart, 5);
}

// Many recordings of one directory in one book.
struct Catalogue {
  RandomWorld world;
  std::vector<RecordingFile> files;
  ProfileBook book;
  std::vector<uint32_t> profile_of;

  explicit Catalogue(int recordings)
      : world(draw_world(5)), book(world.parties, world.today, window_of(world)) {
    for (int i = 0; i < recordings; ++i) {
      worlds_.push_back(
          std::make_unique<RandomWorld>(draw_world(1'000 + static_cast<uint64_t>(i))));
      files.push_back(file_of(*worlds_.back(), worlds_.back()->isrc));
      profile_of.push_back(book.profile_of(files.back(), Use::on_demand_stream));
    }
  }

  std::vector<uint32_t> numbers(const PatternProfiles& profiles) const {
    std::vector<uint32_t> out;
    for (const uint32_t profile : profile_of) out.push_back(profiles.of_profile[profile]);
    return out;
  }

 private:
  std::vector<std::unique_ptr<RandomWorld>> worlds_;
};

TallyCounts counted_one_by_one(const Catalogue& catalogue, const Tallies& tallies, Date date,
                               const std::vector<uint64_t>& keep) {
  TallyCounts counts = tallies.none();
  Question question;
  question.today = catalogue.world.today;
  question.date = date;
  for (size_t i = 0; i < catalogue.files.size(); ++i) {
    if (!keep.empty() && (keep[i / 64] >> (i % 64) & 1) == 0) continue;
    for (int t = 0; t < territory_count(); ++t) {
      question.territory = {static_cast<uint8_t>(t)};
      const Outcome outcome =
          outcome_of(answer(catalogue.files[i], question, catalogue.world.parties), question);
      const auto kind = std::ranges::find(tallies.kinds(), tally_kind(outcome));
      if (kind == tallies.kinds().end()) {
        ADD_FAILURE() << "a kind that no outcome of the book has";
        return counts;
      }
      ++counts[static_cast<size_t>(kind - tallies.kinds().begin()) * 256 + static_cast<size_t>(t)];
    }
  }
  return counts;
}

TEST(Tallies, TotalsAreThoseOfEveryCellCounted) {
  const Catalogue catalogue(90);
  const Tallies tallies(catalogue.book.tables());
  const PatternProfiles profiles = pattern_profiles(catalogue.book.tables(), tallies);
  const auto numbers = catalogue.numbers(profiles);
  const std::vector<uint64_t> keep{0xF0F0'1234'5678'9ABC, 0x0000'0000'02AA'AAAA};
  const auto all = count_numbers(numbers, {}, profiles.size());
  const auto kept = count_numbers(numbers, keep, profiles.size());
  for (const int32_t day : {-20, -3, 0, 1, 2, 9}) {
    const Date date = catalogue.world.today.plus(day);
    EXPECT_EQ(totals_on(profiles, tallies, all, date),
              counted_one_by_one(catalogue, tallies, date, {}))
        << day;
    EXPECT_EQ(totals_on(profiles, tallies, kept, date),
              counted_one_by_one(catalogue, tallies, date, keep))
        << day;
  }
}

TEST(TotalsTimeline, HasTheTotalsOfEveryDay) {
  const Catalogue catalogue(230);
  const Tallies tallies(catalogue.book.tables());
  const PatternProfiles profiles = pattern_profiles(catalogue.book.tables(), tallies);
  const auto all = count_numbers(catalogue.numbers(profiles), {}, profiles.size());
  const DayWindow window = catalogue.book.tables().window;
  const TotalsTimeline timeline(profiles, tallies, all, window.first);
  EXPECT_GT(timeline.changes(), 600);  // more than one stretch between kept totals
  TallyCounts walked;
  Date next = window.first;
  timeline.each_change(window.first, window.last, [&](Date date, const TallyCounts& counts) {
    // Between two changes every day is like the first.
    for (; next < date; next = next.plus(1)) {
      ASSERT_EQ(walked, totals_on(profiles, tallies, all, next)) << next.to_string();
    }
    walked = counts;
  });
  for (; next <= window.last; next = next.plus(1)) {
    ASSERT_EQ(walked, totals_on(profiles, tallies, all, next)) << next.to_string();
    ASSERT_EQ(timeline.on(next), walked) << next.to_string();
  }
}

}  // namespace
}  // namespace umikoe::rights::testing
