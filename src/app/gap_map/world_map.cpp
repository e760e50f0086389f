#include "app/gap_map/world_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app_data.h"

namespace umikoe::app {
namespace {

constexpr int format = 2;

std::unexpected<Error> broken(const char* reason) {
  return fail("map_broken", {{"reason", reason}});
}

// A map in memory, whose sections are the content's own.
class ContentFile final : public SectionedFile {
 public:
  explicit ContentFile(std::unique_ptr<const MapContent> content)
      : content_(std::move(content)), sections_(content_->sections()) {}

  int64_t generation() const override { return content_->generation; }
  Result<std::string_view> section(std::string_view name) const override {
    const auto at = std::ranges::find(sections_, name, &FileSection::name);
    if (at == sections_.end()) return broken("section");
    return at->bytes;
  }

 private:
  std::unique_ptr<const MapContent> content_;
  std::vector<FileSection> sections_;
};

// Whether sizes agree with one another; within a section its checksum vouches.
bool fit(const GapColumns& columns) {
  const auto one_more = [](const auto& firsts, const auto& of) {
    return !firsts.empty() && firsts.front() == 0 && firsts.back() == of.size();
  };
  const size_t recordings = columns.recordings();
  const size_t partitions = columns.profiles.partitions.size();
  return columns.artist_of.size() == recordings && columns.first_worth.size() == recordings + 1 &&
         one_more(columns.first_worth, columns.worth) &&
         columns.territory_of.size() == columns.worth.size() &&
         one_more(columns.profiles.first_step, columns.profiles.steps) &&
         columns.first_group.size() == partitions + 1 &&
         one_more(columns.first_group, columns.group_members) &&
         columns.group_of_territory.size() == partitions;
}

}  // namespace

std::string WorldMap::name_of(int64_t generation) {
  return fmt::format("map-{}-{}-{}.bin", generation, format, answer_basis);
}

std::optional<int64_t> WorldMap::generation_in(std::string_view name) {
  constexpr std::string_view before = "map-";
  if (!name.starts_with(before)) return std::nullopt;
  int64_t generation = 0;
  const char* const first = name.data() + before.size();
  const auto [end, error] = std::from_chars(first, name.data() + name.size(), generation);
  if (error != std::errc() || name != name_of(generation)) return std::nullopt;
  return generation;
}

template <class Value>
Result<std::span<const Value>> WorldMap::values(const char* name) const {
  UMIKOE_TRY(const std::string_view bytes, file_->section(name));
  if (bytes.size() % sizeof(Value) != 0) return broken(name);
  return std::span(reinterpret_cast<const Value*>(bytes.data()), bytes.size() / sizeof(Value));
}

Result<std::shared_ptr<const WorldMap>> WorldMap::read(std::shared_ptr<const SectionedFile> file) {
  UMIKOE_TRY(const std::string_view bytes, file->section("words"));
  auto words = read_map_words(bytes);
  if (!words) return broken("words");
  std::shared_ptr<WorldMap> map(new WorldMap(std::move(file), *std::move(words)));
  UMIKOE_TRY(map->isrcs_, map->values<Isrc>("isrcs"));
  UMIKOE_TRY(map->by_isrc_, map->values<uint32_t>("by_isrc"));
  if (map->isrcs_.size() != map->by_isrc_.size()) return broken("by_isrc");
  return map;
}

Result<std::shared_ptr<const WorldMap>> WorldMap::open(std::shared_ptr<const SectionedFile> file,
                                                       Date today) {
  UMIKOE_TRY(auto map, read(std::move(file)));
  if (map->words_.today != today) return fail("map_other_day");
  return map;
}

Result<std::shared_ptr<const WorldMap>> WorldMap::of(std::unique_ptr<const MapContent> content) {
  return read(std::make_shared<ContentFile>(std::move(content)));
}

std::optional<uint32_t> WorldMap::recording(const Isrc& isrc) const {
  const auto at =
      std::ranges::lower_bound(by_isrc_, isrc, {}, [&](uint32_t place) { return isrcs_[place]; });
  if (at == by_isrc_.end() || isrcs_[*at] != isrc) return std::nullopt;
  return *at;
}

Result<GapColumns> WorldMap::columns() const {
  GapColumns columns;
  columns.profiles.outcomes = words_.outcomes;
  columns.profiles.window = words_.window;
  columns.profiles.today = words_.today;
  UMIKOE_TRY(columns.profiles.first_step, values<uint32_t>("first_step"));
  UMIKOE_TRY(columns.profiles.steps, values<rights::ProfileStep>("steps"));
  UMIKOE_TRY(columns.profiles.partitions, values<rights::Partition>("partitions"));
  UMIKOE_TRY(columns.sets, values<TerritorySet>("sets"));
  UMIKOE_TRY(columns.groups, values<OutcomeGroup>("groups"));
  UMIKOE_TRY(columns.first_group, values<uint32_t>("first_group"));
  UMIKOE_TRY(columns.group_members, values<uint32_t>("group_members"));
  UMIKOE_TRY(columns.group_of_territory, values<GroupOfTerritory>("group_of"));
  UMIKOE_TRY(columns.profile_of, values<uint32_t>("profile_of"));
  UMIKOE_TRY(columns.artist_of, values<uint32_t>("artist_of"));
  UMIKOE_TRY(columns.first_worth, values<uint64_t>("first_worth"));
  UMIKOE_TRY(columns.territory_of, values<uint8_t>("territory_of"));
  UMIKOE_TRY(columns.worth, values<uint32_t>("worth"));
  if (columns.recordings() != recordings() || !fit(columns)) return broken("columns");
  return columns;
}

Result<GapSums> WorldMap::sums() const {
  UMIKOE_TRY(const auto numbers, values<int64_t>("sums"));
  auto sums = unpacked(numbers);
  UMIKOE_TRY(const auto groups, values<OutcomeGroup>("groups"));
  if (!sums || sums->recordings_of_group.size() != groups.size()) return broken("sums");
  return *std::move(sums);
}

Result<std::string_view> WorldMap::text(const char* texts, const char* ends,
                                        uint32_t number) const {
  UMIKOE_TRY(const std::string_view all, file_->section(texts));
  UMIKOE_TRY(const auto until, values<uint64_t>(ends));
  if (number >= until.size()) return broken(ends);
  const uint64_t begin = number == 0 ? 0 : until[number - 1];
  if (begin > until[number] || until[number] > all.size()) return broken(ends);
  return all.substr(begin, until[number] - begin);
}

Result<std::string_view> WorldMap::title(uint32_t recording) const {
  return text("titles", "title_ends", recording);
}

Result<uint32_t> WorldMap::artist_number(uint32_t recording) const {
  UMIKOE_TRY(const auto numbers, values<uint32_t>("artist_of"));
  if (recording >= numbers.size()) return broken("artist_of");
  return numbers[recording];
}

Result<std::string_view> WorldMap::artist(uint32_t number) const {
  return text("artists", "artist_ends", number);
}

Result<size_t> WorldMap::artists() const {
  UMIKOE_TRY(const auto ends, values<uint64_t>("artist_ends"));
  return ends.size();
}

}  // namespace umikoe::app
