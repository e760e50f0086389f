#include <cmath>

#include "app/csv.h"
#include "app/json.h"
#include "app/revenue.h"

namespace umikoe::app {
namespace {

// Nothing known is null, never zero. Amounts are texts: they are exact decimals.
Json amount_json(const LedgerAmount& amount) {
  return amount.known > 0 ? Json(amount.sum.to_string()) : Json(nullptr);
}

Json yen_json(const LedgerAmount& amount) {
  return amount.known > 0 ? Json(amount.sum.minor(yen)) : Json(nullptr);
}

Json currencies_json(const std::map<CurrencyCode, LedgerMoney>& by_currency) {
  Json list = Json::array();
  for (const auto& [currency, money] : by_currency) {
    list.push_back({{"currency", std::string(currency.view())},
                    {"gross", amount_json(money.gross)},
                    {"gross_unknown", money.gross.unknown},
                    {"ours", amount_json(money.ours)},
                    {"ours_unknown", money.ours.unknown}});
  }
  return list;
}

void put_yen(Json& json, const LedgerMoney& money) {
  json["gross_jpy"] = yen_json(money.gross);
  json["gross_jpy_unknown"] = money.gross.unknown;
  json["ours_jpy"] = yen_json(money.ours);
  json["ours_jpy_unknown"] = money.ours.unknown;
}

Json month_json(const std::optional<Date>& month) {
  return month ? Json(month->to_string().substr(0, 7)) : Json(nullptr);
}

Json row_json(const LedgerRow& row, LedgerBy by, const LoadedWorld& world) {
  const bool cell = by == LedgerBy::cell;
  Json json;
  json["market"] = row.home ? "home" : "abroad";
  if (row.isrc) {
    const RecordingCard* card = world.card(*row.isrc);
    json["isrc"] = row.isrc->to_string();
    json["title"] = card ? or_null(card->title) : Json(nullptr);
    json["artist"] = card ? or_null(card->artist) : Json(nullptr);
  }
  if (row.territory) json["territory"] = std::string(row.territory->code());
  if (cell || by == LedgerBy::service) json["service"] = row.service;
  if (row.usage_month) json["usage_month"] = month_json(row.usage_month);
  if (cell) json["payment_month"] = month_json(row.payment_month);
  if (cell) json["use_type"] = or_null(row.use_type);
  json["user_generated"] = row.user_generated;
  json["units"] = row.units;
  json["amounts"] = currencies_json(row.by_currency);
  put_yen(json, row.yen);
  return json;
}

Json total_json(const LedgerTotal& total) {
  Json json{{"units", total.units}, {"amounts", currencies_json(total.by_currency)}};
  put_yen(json, total.yen);
  Json part{{"units", total.user_generated_units}};
  put_yen(part, total.user_generated_yen);
  json["user_generated"] = std::move(part);
  return json;
}

Json statement_json(const LedgerStatement& held) {
  const auto& statement = held.statement;
  Json json;
  json["document"] = statement.document;
  json["sender"] = or_null(statement.sender);
  json["number"] = or_null(statement.number);
  json["payment_month"] = month_json(statement.payment_month);
  json["currency"] = std::string(statement.currency.view());
  json["stated_total"] =
      statement.stated_total ? Json(statement.stated_total->to_string()) : Json(nullptr);
  const bool known = statement.lines_unknown < statement.lines;
  json["lines_total"] = known ? Json(statement.lines_total.to_string()) : Json(nullptr);
  json["difference"] = nullptr;
  if (statement.stated_total && known) {
    demand::AmountSum stated;
    demand::AmountSum lines;
    stated += *statement.stated_total;
    lines += statement.lines_total;
    json["difference"] = (stated - lines).to_string();
  }
  json["lines"] = statement.lines;
  json["lines_without_amount"] = statement.lines_unknown;
  json["unplaced"] = statement.unplaced.to_string();
  json["lines_unplaced"] = statement.lines_unplaced;
  json["rate"] = nullptr;
  if (held.rate) {
    json["rate"] = {{"yen_per_unit", held.rate->yen_per_unit.to_string()},
                    {"source", held.rate->source},
                    {"on", held.rate->on.to_string()},
                    {"given_by", held.rate_of_person ? "person" : "statement"}};
  }
  return json;
}

Json tenths(double yen) { return std::round(yen * 10) / 10; }

Json prices_json(const Ledger& ledger) {
  Json list = Json::array();
  for (const auto& [territory, price] : ledger.prices) {
    list.push_back({{"territory", std::string(territory.code())},
                    {"yen", tenths(price.yen)},
                    {"low", price.low ? tenths(*price.low) : Json(nullptr)},
                    {"high", price.high ? tenths(*price.high) : Json(nullptr)},
                    {"statements", price.statements},
                    {"plays", price.plays},
                    {"first_month", price.first_month.to_string().substr(0, 7)},
                    {"last_month", price.last_month.to_string().substr(0, 7)}});
  }
  return list;
}

constexpr std::string_view by_words[] = {"cell", "recording", "territory", "service", "month"};

std::string text_of(const LedgerAmount& amount) {
  return amount.known > 0 ? amount.sum.to_string() : std::string();
}

std::string yen_of(const LedgerAmount& amount) {
  return amount.known > 0 ? std::to_string(amount.sum.minor(yen)) : std::string();
}

std::string month_of(const std::optional<Date>& month) {
  return month ? month->to_string().substr(0, 7) : std::string();
}

// What every CSV line of a ledger row begins with.
std::vector<std::string> leading_cells(const LedgerRow& row, const LoadedWorld& world) {
  const RecordingCard* card = row.isrc ? world.card(*row.isrc) : nullptr;
  return {row.home ? "home" : "abroad",
          row.isrc ? row.isrc->to_string() : "",
          card ? card->title : "",
          card ? card->artist : "",
          row.territory ? std::string(row.territory->code()) : "",
          row.service,
          month_of(row.usage_month),
          month_of(row.payment_month),
          row.use_type};
}

std::string csv_line(std::vector<std::string> cells, std::vector<std::string> more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return csv_row(cells);
}

}  // namespace

std::string revenue_json(const Ledger& ledger, const LoadedWorld& world) {
  Json rows = Json::array();
  for (const auto& row : ledger.rows) rows.push_back(row_json(row, ledger.by, world));
  Json statements = Json::array();
  for (const auto& statement : ledger.statements) statements.push_back(statement_json(statement));
  return dump(
      {{"as_of", ledger.as_of.to_string()},
       {"by", std::string(by_words[static_cast<size_t>(ledger.by)])},
       {"rows", std::move(rows)},
       {"totals", {{"home", total_json(ledger.home)}, {"abroad", total_json(ledger.abroad)}}},
       {"yen_per_thousand_plays", prices_json(ledger)},
       {"statements", std::move(statements)}});
}

// One line per currency; where there are several, the yen and units of the whole stand on a line of
// their own after them.
std::string revenue_csv(const Ledger& ledger, const LoadedWorld& world) {
  std::string out =
      "market,isrc,title,artist,territory,service,usage_month,payment_month,use_type,units,"
      "currency,"
      "gross,ours,gross_jpy,ours_jpy,user_generated\r\n";
  for (const LedgerRow& row : ledger.rows) {
    const auto leading = leading_cells(row, world);
    const std::string units = std::to_string(row.units);
    const std::string gross = yen_of(row.yen.gross);
    const std::string ours = yen_of(row.yen.ours);
    const std::string made = row.user_generated ? "yes" : "no";
    const bool one = row.by_currency.size() == 1;
    for (const auto& [currency, money] : row.by_currency) {
      out +=
          csv_line(leading, {one ? units : "", std::string(currency.view()), text_of(money.gross),
                             text_of(money.ours), one ? gross : "", one ? ours : "", made});
    }
    if (!one) out += csv_line(leading, {units, "", "", "", gross, ours, made});
  }
  return out;
}

}  // namespace umikoe::app
