#include <array>

#include "demand/worth.h"

namespace umikoe::demand {
namespace {

// Spotify's published list of markets; the widest of one on-demand streaming service. Apple Music
// and YouTube operate in a subset or in nearly the same places.
constexpr std::string_view source = "Spotify, \"Where Spotify is available\" (support page)";
constexpr std::string_view verified_on = "2024-12-31";
constexpr std::string_view codes =
    "AD AE AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CG CH "
    "CI CL CM CO CR CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ES ET FI FJ FM FR GA GB GD GE GH GM GN "
    "GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IS IT JM JO JP KE KG KH KI KM KN KR KW KZ LA LB "
    "LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MN MO MR MT MU MV MW MX MY MZ NA NE NG NI "
    "NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RW SA SB SC SE SG SI SK SL SM SN SR "
    "ST SV SZ TD TG TH TJ TL TN TO TR TT TV TW TZ UA UG US UY UZ VC VE VN VU WS XK ZA ZM ZW";

// The ten largest by trade revenue of 2024 besides Japan, which is second. The report names the
// first ten places; Australia left them for the eleventh.
constexpr std::string_view main_source =
    "IFPI, Global Music Report 2025 (19 March 2025), recorded-music markets by revenue of 2024, "
    "without Japan";
constexpr std::string_view main_verified_on = "2025-03-19";
constexpr std::string_view main_codes = "US GB DE CN FR KR CA BR MX AU";

// Only figures that are published relative to Japan; others stay unknown.
struct Size {
  std::string_view code;
  double of_japan;
};
constexpr std::array sizes{
    Size{"US", 1 / 0.23},   // Billboard 2025-03: Japan is "just 23% the size of the U.S."
    Size{"KR", 1.0 / 3.0},  // "Breaking Borders" 2025-08-13: Korea about a third of Japan
};

std::vector<TerritoryCode> listed(std::string_view written) {
  std::vector<TerritoryCode> out;
  for (size_t at = 0; at < written.size(); at += 3) {
    if (const auto territory = TerritoryCode::parse(written.substr(at, 2))) {
      out.push_back(*territory);
    }
  }
  return out;
}

}  // namespace

std::optional<double> market_size(TerritoryCode territory) {
  for (const Size& size : sizes) {
    if (size.code == territory.code()) return size.of_japan;
  }
  return std::nullopt;
}

TerritorySet Markets::set() const {
  TerritorySet set;
  for (const TerritoryCode territory : territories) set.insert(territory);
  return set;
}

Markets markets() { return {listed(codes), source, verified_on}; }

Markets main_markets() { return {listed(main_codes), main_source, main_verified_on}; }

}  // namespace umikoe::demand
