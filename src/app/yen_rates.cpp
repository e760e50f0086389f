#include "app/yen_rates.h"

namespace umikoe::app {
namespace {

std::optional<std::pair<CurrencyCode, demand::YenRate>> parse_rate(const std::string& written) {
  const size_t equals = written.find('=');
  const size_t at = written.find('@', equals == std::string::npos ? 0 : equals);
  const size_t colon = written.find(':', at == std::string::npos ? 0 : at);
  if (equals == std::string::npos || at == std::string::npos || colon == std::string::npos) {
    return std::nullopt;
  }
  const auto currency = CurrencyCode::parse(std::string_view(written).substr(0, equals));
  const auto rate =
      FineAmount::parse(std::string_view(written).substr(equals + 1, at - equals - 1));
  const auto on = Date::parse(std::string_view(written).substr(at + 1, colon - at - 1));
  std::string source = written.substr(colon + 1);
  if (!currency || *currency == yen || !rate || *rate <= FineAmount{} || !on || source.empty()) {
    return std::nullopt;
  }
  return std::pair{*currency, demand::YenRate{*rate, std::move(source), *on}};
}

}  // namespace

Result<YenRates> YenRates::parse(std::span<const std::string> written) {
  YenRates rates;
  for (const std::string& word : written) {
    auto rate = parse_rate(word);
    if (!rate) return fail("rate_invalid_word", {{"rate", word}});
    if (!rates.given_.insert(std::move(*rate)).second) {
      return fail("rate_invalid_word", {{"rate", word}});
    }
  }
  return rates;
}

std::optional<demand::YenRate> YenRates::given(CurrencyCode currency) const {
  const auto at = given_.find(currency);
  return at == given_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<demand::YenRate> YenRates::of(const demand::RevenueStatement& statement) const {
  if (statement.currency == umikoe::yen) return std::nullopt;
  if (statement.rate) return statement.rate;
  return given(statement.currency);
}

std::optional<FineAmount> YenRates::yen(const std::optional<FineAmount>& amount,
                                        const demand::RevenueStatement& statement) const {
  if (!amount) return std::nullopt;
  if (statement.currency == umikoe::yen) return amount;
  const auto rate = of(statement);
  return rate ? converted(*amount, rate->yen_per_unit) : std::nullopt;
}

}  // namespace umikoe::app
