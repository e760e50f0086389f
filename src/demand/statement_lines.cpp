#include "demand/statement_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/sha256.h"

namespace umikoe::demand {
namespace {

std::string amount_text(const std::optional<FineAmount>& amount) {
  return amount ? amount->to_string() : std::string();
}

uint64_t hex_number(std::string_view hex) {
  uint64_t number = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  return number;
}

// Half of the last place, as an amount.
FineAmount half_of_place(int decimals) {
  int64_t place = 1'000'000'000;
  for (int i = 0; i < decimals && place > 1; ++i) place /= 10;
  return {place / 2};
}

}  // namespace

void StatementLines::add_to(Column& column, const std::optional<FineAmount>& amount, bool placed) {
  if (!amount) return;
  column.sum += *amount;
  if (!placed) column.unplaced += *amount;
  ++column.stated;
}

void StatementLines::add(const RevenueRow& line, bool placed) {
  ++lines_;
  if (!placed) ++unplaced_;
  add_to(gross_, line.gross, placed);
  add_to(ours_, line.ours, placed);
  const std::string text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", line.service,
                                       placed ? line.isrc.view() : std::string_view(),
                                       placed ? line.territory.code() : "", line.usage_month.days,
                                       line.use_type, line.units, line.currency.view(),
                                       amount_text(line.gross), amount_text(line.ours));
  Sha256 hash;
  hash.update({text.data(), text.size()});
  const std::string hex = hash.finish_hex();
  digest_high_ += hex_number(std::string_view(hex).substr(0, 16));
  digest_low_ += hex_number(std::string_view(hex).substr(16, 16));
}

std::optional<RevenueStatement> StatementLines::finish(RevenueStatement head) const {
  const Column& counted = ours_.stated > 0 ? ours_ : gross_;
  const auto sum = counted.sum.fine();
  const auto unplaced = counted.unplaced.fine();
  // Both columns are stored, so both have to fit.
  if (!sum || !unplaced || !gross_.sum.fine()) return std::nullopt;
  head.lines_total = *sum;
  head.unplaced = *unplaced;
  head.lines = lines_;
  head.lines_unknown = lines_ - counted.stated;
  head.lines_unplaced = unplaced_;
  head.lines_digest = fmt::format("{:016x}{:016x}", digest_high_, digest_low_);
  return head;
}

Reconciled reconcile(const RevenueStatement& statement, int decimals, bool lines_are_rounded) {
  if (!statement.stated_total) return {};
  AmountSum stated;
  stated += *statement.stated_total;
  AmountSum lines;
  lines += statement.lines_total;
  const AmountSum difference = stated - lines;
  if (statement.lines_unknown == statement.lines) return {Reconciliation::total_only, difference};
  const int minor_digits = statement.currency.minor_digits();
  AmountSum tolerance;
  tolerance += half_of_place(std::max(decimals, minor_digits));
  if (difference.size() <= tolerance) return {Reconciliation::exact, difference};
  if (lines_are_rounded) {
    AmountSum allowed = tolerance;
    const int64_t half = half_of_place(minor_digits).billionths;
    const int64_t lines_counted = std::min<int64_t>(statement.lines, 10'000'000);
    for (int64_t left = lines_counted; left > 0; left -= 1000) {
      allowed += FineAmount{half * std::min<int64_t>(left, 1000)};
    }
    if (difference.size() <= allowed) return {Reconciliation::rounded, difference};
  }
  return {Reconciliation::broken, difference};
}

}  // namespace umikoe::demand
