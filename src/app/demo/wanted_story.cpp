#include "app/demo/wanted_story.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "app/demo/words.h"
#include "base/rng.h"

namespace umikoe::app::demo {
namespace {

constexpr uint64_t seed = 20261120;
constexpr int artists = 160;

enum class Area : uint8_t { asia, west, latin };
struct Place {
  std::string_view code;
  Area area;
};
constexpr std::array places = {
    Place{"br", Area::latin}, Place{"ca", Area::west}, Place{"de", Area::west},
    Place{"fr", Area::west},  Place{"gb", Area::west}, Place{"hk", Area::asia},
    Place{"id", Area::asia},  Place{"jp", Area::asia}, Place{"kr", Area::asia},
    Place{"mx", Area::latin}, Place{"sg", Area::asia}, Place{"th", Area::asia},
    Place{"tw", Area::asia},  Place{"us", Area::west}};

class Telling {
 public:
  void artist(int number) {
    const std::string name = fmt::format("DEMO Act {:03}", number);
    const auto area = static_cast<Area>(rng_.below(3));
    std::string seen;
    std::string shown;
    for (const Place& place : places) {
      const bool there = chance(place.area == area ? 0.5 : 0.12);
      if (there) seen += (seen.empty() ? "" : "|") + std::string(place.code);
      if (chance(there ? 0.6 : 0.08))
        shown += (shown.empty() ? "" : "、") + std::string(place.code);
      if (chance(there ? 0.4 : 0.05)) {
        fact("コンベンション", name, fmt::format("DEMO Convention {}", place.code), "",
             std::string(place.code), day());
      }
    }
    seen_ += name + "," + seen + "\n";
    fact("ジャンル", name, std::string(genres()[rng_.below(genres().size())]), "", "", "");
    if (!shown.empty()) {
      fact("タイアップ", name, fmt::format("DEMO Series {}", number), "anime", shown, day());
    }
  }

  std::vector<DemoFile> finish() {
    const std::string kite = "DEMO Paper Kite";
    seen_ += kite + ",jp|tw\n";
    fact("ジャンル", kite, std::string(genres()[0]), "", "", "");
    fact("タイアップ", kite, "DEMO Star Harbour", "anime", "ブラジル", "2026年4月");
    fact("コンベンション", kite, "DEMO Paper Moon Convention", "", "メキシコ", "2026-08-14");
    fact("タイアップ", kite, "DEMO Winter Lighthouse", "game", "フランス", "2026-12-10");
    return {{"DEMO_seen.csv", seen_}, {"DEMO_facts.csv", facts_}};
  }

 private:
  bool chance(double share) { return rng_.uniform() < share; }

  std::string day() {
    return Date{demo_as_of().days - 30 - static_cast<int32_t>(rng_.below(700))}.to_string();
  }

  void fact(std::string_view kind, const std::string& name, const std::string& value,
            std::string_view medium, const std::string& territories, const std::string& day) {
    facts_ +=
        fmt::format("{},{},{},{},{},{},DEMO agency\n", kind, name, value, medium, territories, day);
  }

  Rng rng_{seed};
  std::string seen_ = "Artist,Countries\n";
  std::string facts_ = "種別,アーティスト名,内容,媒体,国・地域,日付,情報源\n";
};

}  // namespace

std::vector<DemoFile> wanted_files() {
  Telling telling;
  for (int number = 1; number <= artists; ++number) telling.artist(number);
  return telling.finish();
}

}  // namespace umikoe::app::demo
