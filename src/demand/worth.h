#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/territory.h"

namespace umikoe::demand {

// What an estimate rests on. Listed apart and in this order, since they are not of one quality.
enum class WorthKind : uint8_t { none, observed, bounded, scaled };
std::string_view word(WorthKind kind);  // empty for none

// What is known of one recording's demand in one territory, in streams per 28 days.
struct Evidence {
  std::optional<double> reported;  // from sales reports: the latest period, scaled to 28 days
  std::optional<double> reported_before = {};  // the period before that, as of 28 days
  std::optional<double> charted;               // streams on the chart in the last 28 days
  int64_t charted_days = 0;                    // days of those 28
  bool ever_charted = false;                   // on that chart at some time
  std::optional<double> below_chart;  // 28 days at the lowest charted row: the most it can have had
};

struct Interval {
  double low = 0;
  double high = 0;

  bool operator==(const Interval&) const = default;
};

// Expected streams in the next 28 days if it were open. `expected` is empty when nothing supports
// an estimate: that is not zero. `most` is an upper limit where a chart gives one.
struct Worth {
  std::optional<double> expected;
  WorthKind kind = WorthKind::none;
  std::optional<double> most;
  std::optional<double> yen = {};  // of `expected`, where statements show what plays there pay
  // 80 % interval of `expected`; nothing where there is too little to tell.
  std::optional<Interval> interval = {};
};

// The estimate: reported or charted where observed; half the chart's limit for a recording that
// fell below it (uniform below the limit, an assumption); otherwise home streams times the
// foreign-to-home ratio, capped at the chart's limit where there is one.
Worth estimate(const Evidence& there, std::optional<double> home, std::optional<double> ratio);

// The middle 80 % of factors by which past cells of the same kind missed; nothing for fewer than
// ten of them.
std::optional<Interval> middle_of_factors(std::vector<double> factors);

// The interval of an estimate: of reported streams by `change`, how reports grew or fell from one
// period to the next; of charted ones up to the chart's limit on the days off it; of bounded ones
// from nothing to the limit; of scaled ones by `spread`, how recordings of the pool stand to its
// ratio, never above the limit.
std::optional<Interval> interval_of(const Worth& worth, const Evidence& there,
                                    std::optional<Interval> change, std::optional<Interval> spread);

// Foreign-to-home ratios of this world's own recordings that are open in both places: pooled over
// the artist's recordings where there are at least `comparable_min`, else over all; the market's
// size relative to home where no recording can tell.
class ForeignToHome {
 public:
  static constexpr int comparable_min = 3;

  void add(const std::string& artist, TerritoryCode territory, double foreign, double home);
  // After the last is added: makes questions about spreads quick.
  void sort();
  std::optional<double> ratio(const std::string& artist, TerritoryCode territory) const;
  // The same of every territory, by its index.
  std::array<std::optional<double>, 256> ratios_of(const std::string& artist) const;
  // How the recordings that the ratio is pooled from stand to it, as factors.
  std::optional<Interval> spread(const std::string& artist, TerritoryCode territory) const;

 private:
  struct Pool {
    double foreign = 0;
    double home = 0;
    int count = 0;
    bool sorted = false;
    std::vector<double> ratios;
  };
  const Pool* pool(const std::string& artist, TerritoryCode territory) const;

  std::map<std::pair<std::string, TerritoryCode>, Pool> by_artist_;
  std::map<TerritoryCode, Pool> by_territory_;
};

// A market's size as a multiple of Japan's, where a published figure gives one.
std::optional<double> market_size(TerritoryCode territory);

// Territories where at least one streaming service operates: what totals are counted over.
struct Markets {
  std::vector<TerritoryCode> territories;  // in order of code
  std::string_view source;
  std::string_view verified_on;

  TerritorySet set() const;
};
Markets markets();
// The largest recorded-music markets abroad, the largest first: where a first answer looks.
Markets main_markets();

}  // namespace umikoe::demand
