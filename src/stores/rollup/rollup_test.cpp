// The file of a rollup: what was written comes back, and what was changed is never believed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <tuple>

#include "stores/rollup/rollup_builder.h"
#include "stores/rollup/rollup_file.h"
#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

using Random = std::mt19937_64;

const std::string segment = std::string(64, 'a') + ".parquet";

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void put(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Isrc isrc_of(int number) { return *Isrc::parse(fmt::format("JPZ00{:07}", number)); }

// Numbers of every length, both signs.
int64_t some_units(Random& random) { return static_cast<int64_t>(random()) >> (random() % 64); }

std::vector<RollupRow> some_rows(Random& random, size_t count) {
  std::vector<RollupRow> rows;
  for (size_t i = 0; i < count; ++i) {
    RollupRow row;
    row.context = static_cast<uint32_t>(random() >> (32 + random() % 32));
    row.territory.index = static_cast<uint8_t>(random() % static_cast<size_t>(territory_count()));
    row.user_generated = random() % 4 == 0;
    row.units = some_units(random);
    rows.push_back(row);
  }
  std::ranges::sort(rows);
  return rows;
}

TEST(RollupRows, AreReadAsTheyWereWritten) {
  Random random(1);
  for (int round = 0; round < 300; ++round) {
    auto rows = some_rows(random, random() % 50);
    if (round == 0) {
      rows = {{0, TerritoryCode{0}, false, INT64_MIN},
              {0, TerritoryCode{0}, true, INT64_MAX},
              {UINT32_MAX, TerritoryCode{1}, false, 0}};
    }
    std::string bytes;
    append_rows(bytes, rows);
    RollupRows reader(bytes);
    std::vector<RollupRow> read;
    for (RollupRow row; reader.next(row);) read.push_back(row);
    EXPECT_EQ(read, rows);
    EXPECT_FALSE(reader.broken());
    // Cut anywhere, the rows before the cut are those, and no others are made up.
    RollupRows cut(std::string_view(bytes).substr(0, bytes.size() / 2));
    size_t count = 0;
    for (RollupRow row; cut.next(row); ++count) EXPECT_EQ(row, rows[count]);
    EXPECT_LE(count, rows.size());
  }
}

TEST(RollupRows, NumbersThatMeanNothingBreakThem) {
  const auto broken = [](std::string_view bytes) {
    RollupRows rows(bytes);
    RollupRow row;
    while (rows.next(row)) {
    }
    return rows.broken();
  };
  EXPECT_FALSE(broken(""));
  EXPECT_FALSE(broken("\x02\x01\x04"));
  EXPECT_TRUE(broken("\x02"));
  EXPECT_TRUE(broken("\x02\x01"));
  EXPECT_TRUE(broken("\x02\x01\x84"));
  EXPECT_TRUE(broken("\x02\xff\x04")) << "there is no such territory";
  EXPECT_TRUE(broken(std::string(9, '\xff') + "\x02\x01\x04")) << "more than 64 bits";
  EXPECT_TRUE(broken(std::string(9, '\xff') + "\x01\x01\x04")) << "no context has such a number";
}

using Facts = std::map<int, std::vector<RollupFact>>;  // by number of the recording

// Recordings 0, 3, 6, …; texts live for ever.
Facts some_facts(uint64_t seed, int recordings) {
  static const std::vector<std::string> services{"PADPIDA2014120301W", "S", "別の配信"};
  static const std::vector<std::string> names{"", "Service", "配信"};
  Random random(seed);
  Facts out;
  for (int i = 0; i < recordings; ++i) {
    std::map<std::tuple<int64_t, size_t, size_t, int32_t, uint8_t, bool>, RollupFact> of_recording;
    for (size_t n = 1 + random() % 40; n > 0; --n) {
      RollupFact fact;
      fact.isrc = isrc_of(i * 3);
      fact.delivery = static_cast<int64_t>(random() % 5);
      const size_t service = random() % services.size();
      const size_t name = random() % names.size();
      fact.service = services[service];
      fact.service_name = names[name];
      fact.period_start = Date{static_cast<int32_t>(20'000 + random() % 9 * 30)};
      fact.period_end = fact.period_start.plus(29);
      fact.territory.index = static_cast<uint8_t>(random() % 100);
      fact.user_generated = random() % 5 == 0;
      fact.units = some_units(random);
      of_recording[{fact.delivery, service, name, fact.period_start.days, fact.territory.index,
                    fact.user_generated}] = fact;
    }
    for (const auto& [key, fact] : of_recording) out[i * 3].push_back(fact);
  }
  return out;
}

std::string written(const TemporaryFolder& folder, const Facts& facts, int64_t input_rows = 7) {
  RollupBuilder builder(hash_of_segment(segment));
  for (const auto& [number, of_recording] : facts) {
    for (const RollupFact& fact : of_recording) builder.add(fact);
  }
  EXPECT_TRUE(builder.write(real_files(), folder.path(), rollup_name(segment), input_rows));
  return folder.path() + "/" + rollup_name(segment);
}

// A row with what its numbers stand for, to compare by.
std::string in_words(const RollupFact& fact) {
  return fmt::format("{} {}|{} {}..{} {} {} {}", fact.delivery, fact.service, fact.service_name,
                     fact.period_start.days, fact.period_end.days, fact.territory.index,
                     fact.user_generated, fact.units);
}

Result<std::multiset<std::string>> read(const RollupView& view, const Isrc& isrc) {
  UMIKOE_TRY(auto rows, view.rows_of(isrc));
  std::multiset<std::string> out;
  for (RollupRow row; rows.next(row);) {
    if (row.context >= view.contexts()) return fail("rollup_broken");
    const RollupContext context = view.context(row.context);
    out.insert(in_words({isrc, context.delivery, view.text(context.service),
                         view.text(context.name), context.period_start, context.period_end,
                         row.territory, row.user_generated, row.units}));
  }
  if (rows.broken()) return fail("rollup_broken");
  return out;
}

std::multiset<std::string> expected(const Facts& facts, int number) {
  std::multiset<std::string> out;
  const auto at = facts.find(number);
  if (at == facts.end()) return out;
  for (const RollupFact& fact : at->second) out.insert(in_words(fact));
  return out;
}

TEST(Rollup, GivesBackTheRowsOfEveryRecordingAndNoOthers) {
  for (const int recordings : {0, 1, 700}) {  // some ten pages
    const TemporaryFolder folder;
    const Facts facts = some_facts(2, recordings);
    written(folder, facts);
    const auto rollup = Rollup::open(folder.path(), segment);
    ASSERT_TRUE(rollup.has_value()) << rollup.error().code;
    EXPECT_TRUE((*rollup)->verify(7).has_value());
    for (int number = 0; number < recordings * 3 + 3; ++number) {
      EXPECT_EQ(read((*rollup)->view(), isrc_of(number)).value(), expected(facts, number));
    }
    EXPECT_TRUE(read((*rollup)->view(), *Isrc::parse("AAZ000000001")).value().empty());
    EXPECT_TRUE(read((*rollup)->view(), *Isrc::parse("ZZZ000000001")).value().empty());
    EXPECT_EQ((*rollup)->verify(8).error().arguments.at(1).second, "rows");
  }
}

TEST(Rollup, TheSameFactsAreTheSameBytes) {
  const TemporaryFolder one, other;
  EXPECT_EQ(read_whole(written(one, some_facts(3, 50))),
            read_whole(written(other, some_facts(3, 50))));
}

// Whatever byte is changed: what is still read is what was written, and checking it finds out.
TEST(Rollup, NoChangedByteIsBelieved) {
  const TemporaryFolder folder;
  const Facts facts = some_facts(4, 60);
  const std::string path = written(folder, facts);
  const std::string bytes = read_whole(path);
  size_t found = 0;
  size_t unnoticed = 0;  // the padding between sections says nothing
  for (size_t at = 0; at < bytes.size(); at += at < 1024 ? 1 : 7) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x11);
    put(path, changed);
    const auto rollup = Rollup::open(folder.path(), segment);
    if (!rollup) {
      EXPECT_EQ(rollup.error().code, "rollup_broken") << at;
      ++found;
      continue;
    }
    for (const auto& [number, of_recording] : facts) {
      const auto rows = read((*rollup)->view(), isrc_of(number));
      if (rows) {
        EXPECT_EQ(*rows, expected(facts, number)) << at;
      } else {
        EXPECT_EQ(rows.error().code, "rollup_broken");
      }
    }
    const bool whole = (*rollup)->verify(7).has_value();
    ++(whole ? unnoticed : found);
  }
  EXPECT_GT(found, 900u);
  EXPECT_LT(unnoticed, 64u * 7);
}

TEST(Rollup, ShortLongEmptyAndForeignFilesAreNotBelieved) {
  const TemporaryFolder folder;
  EXPECT_EQ(Rollup::open(folder.path(), segment).error().code, "map_missing");
  const std::string path = written(folder, some_facts(5, 20));
  const std::string bytes = read_whole(path);
  for (const size_t size :
       {size_t{0}, size_t{20}, size_t{200}, bytes.size() / 2, bytes.size() - 1}) {
    put(path, std::string_view(bytes).substr(0, size));
    EXPECT_EQ(Rollup::open(folder.path(), segment).error().code, "rollup_broken") << size;
  }
  put(path, bytes + "more");
  EXPECT_EQ(Rollup::open(folder.path(), segment).error().code, "rollup_broken");
  // Whole, but made of another segment.
  const std::string another = std::string(64, 'b') + ".parquet";
  put(folder.path() + "/" + rollup_name(another), bytes);
  const auto foreign = Rollup::open(folder.path(), another);
  ASSERT_FALSE(foreign.has_value());
  EXPECT_EQ(foreign.error().arguments.at(1).second, "segment");
  // Whole, but no rollup at all.
  const std::vector<Section> sections{{"about", "?"}};
  ASSERT_TRUE(write_sections(real_files(), folder.path(), rollup_name(segment), 1, sections));
  EXPECT_EQ(Rollup::open(folder.path(), segment).error().code, "rollup_broken");
}

// Parts that contradict each other, each with the right checksum.
TEST(RollupView, PartsThatContradictEachOtherAreRefused) {
  const TemporaryFolder folder;
  const std::string path = written(folder, some_facts(6, 400));
  const auto file = SectionFile::open(path).value();
  RollupSections good;
  good.about = *file->section("about");
  good.contexts = *file->section("contexts");
  good.text_ends = *file->section("text_ends");
  good.texts = *file->section("texts");
  good.pages = *file->section("pages");
  good.rows = *file->section("rows");
  ASSERT_TRUE(RollupView::of(good).has_value());
  ASSERT_TRUE(RollupView::of(good)->verify().has_value());
  const auto refused = [&](auto change) {
    RollupSections changed = good;
    change(changed);
    const auto view = RollupView::of(changed);
    return !view || !view->verify();
  };
  EXPECT_TRUE(refused([](auto& s) { s.about.remove_suffix(1); }));
  EXPECT_TRUE(refused([](auto& s) { s.contexts.remove_suffix(1); }));
  EXPECT_TRUE(refused([](auto& s) { s.contexts.remove_suffix(sizeof(RollupContext)); }));
  EXPECT_TRUE(refused([](auto& s) { s.text_ends.remove_suffix(sizeof(uint32_t)); }));
  EXPECT_TRUE(refused([](auto& s) { s.text_ends.remove_suffix(1); }));
  EXPECT_TRUE(refused([](auto& s) { s.texts.remove_suffix(1); }));
  EXPECT_TRUE(refused([](auto& s) { s.pages.remove_suffix(sizeof(RollupPage)); }));
  EXPECT_TRUE(refused([](auto& s) { s.pages.remove_prefix(sizeof(RollupPage)); }));
  EXPECT_TRUE(refused([](auto& s) { s.rows.remove_suffix(1); }));
  EXPECT_TRUE(refused([](auto& s) { s.rows.remove_prefix(1); }));
}

}  // namespace
}  // namespace umikoe::stores
