#include <array>

#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {Column{"isrc", true},
                                Column{"party"},
                                Column{"party_dpid"},
                                Column{"party_isni"},
                                Column{"party_id"},
                                Column{"grantor"},
                                Column{"grantor_dpid"},
                                Column{"grantor_isni"},
                                Column{"grantor_id"},
                                Column{"territories", true},
                                Column{"excluded_territories"},
                                Column{"start"},
                                Column{"end"},
                                Column{"uses"},
                                Column{"exclusive"},
                                Column{"document"},
                                Column{"right"},
                                Column{"scope"},
                                Column{"auto_renewal_months"},
                                Column{"notice_months"},
                                Column{"notice_days"},
                                Column{"notice_given"},
                                Column{"sell_off_days"},
                                Column{"option"},
                                Column{"option_until"},
                                Column{"reversion"},
                                Column{"reversion_on"}};

// Longer is a slip of the pen: a year number in the wrong column, most often.
constexpr int64_t term_months_max = 1'200;
constexpr int64_t term_days_max = 36'500;

void note_dates(DeliveryCounts& counts, const std::optional<Date>& date) {
  if (!date) return;
  if (!counts.first_date || *date < *counts.first_date) counts.first_date = date;
  if (!counts.last_date || *date > *counts.last_date) counts.last_date = date;
}

void read_party(Cells& cells, rights::Licence& licence) {
  licence.party = cells.party("party");
  if (licence.party.keys().empty()) {
    if (licence.party.name.empty()) {
      cells.error("licence_without_party", "party");
    } else {
      // Parties never meet by name alone, so this licence will be nobody else's.
      cells.finding("party_without_id", "party");
    }
  }
  catalogue::Party grantor = cells.party("grantor");
  if (!grantor.name.empty() || !grantor.keys().empty()) licence.grantor = std::move(grantor);
}

void read_right(Cells& cells, rights::Licence& licence) {
  const auto read = [&](std::string_view column, const auto& parse, auto& value, auto last) {
    if (cells.text(column).empty()) return;
    if (const auto known = parse(cells.text(column))) {
      value = *known;
      return;
    }
    std::string allowed;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      allowed += (i == 0 ? "" : ", ") + std::string(word(static_cast<decltype(last)>(i)));
    }
    cells.error("word_unknown", column, {{"allowed", allowed}});
  };
  read("right", rights::parse_right, licence.right, rights::Right::broadcaster_footage);
  read("scope", rights::parse_scope, licence.scope, rights::Scope::not_asked);
}

int32_t span_of(Cells& cells, std::string_view column, int64_t max) {
  const auto number = cells.number(column);
  if (!number) return 0;
  if (*number > max) {
    cells.error("number_too_great", column, {{"max", std::to_string(max)}});
    return 0;
  }
  return static_cast<int32_t>(*number);
}

// A term that means nothing without another one is a slip that would answer wrongly for years.
void check_terms(Cells& cells, const rights::Licence& licence) {
  const rights::LicenceTerms& terms = licence.terms;
  const auto needs = [&](std::string_view column, std::string_view other, bool there) {
    if (cells.text(column).empty() || there) return;
    cells.error("term_alone", column, {{"needs", std::string(other)}});
  };
  needs("auto_renewal_months", "end", licence.end.has_value());
  for (const std::string_view column : {"notice_months", "notice_days", "notice_given"}) {
    needs(column, "auto_renewal_months", terms.auto_renewal_months > 0);
  }
  needs("sell_off_days", "end", licence.end.has_value());
  if (terms.notice_months > 0 && terms.notice_days > 0) {
    cells.error("notice_period_twice", "notice_days");
  }
}

void read_terms(Cells& cells, rights::Licence& licence) {
  rights::LicenceTerms& terms = licence.terms;
  terms.auto_renewal_months = span_of(cells, "auto_renewal_months", term_months_max);
  terms.notice_months = span_of(cells, "notice_months", term_months_max);
  terms.notice_days = span_of(cells, "notice_days", term_days_max);
  terms.notice_given = cells.date("notice_given");
  terms.sell_off_days = span_of(cells, "sell_off_days", term_days_max);
  terms.option = std::string(cells.text("option"));
  terms.option_until = cells.date("option_until");
  terms.reversion = std::string(cells.text("reversion"));
  terms.reversion_on = cells.date("reversion_on");
  check_terms(cells, licence);
}

void read_row(Cells& cells, TableContents& contents) {
  rights::Licence licence;
  licence.line = cells.line();
  licence.document = std::string(cells.text("document"));
  licence.isrc = cells.isrc("isrc").value_or(Isrc{});
  read_party(cells, licence);
  if (auto scope = cells.territories()) {
    const Date on = *Date::of(9999, 12, 31);
    for (const std::string& code : scope->codes) {
      if (code == "Worldwide" || code == "2136") continue;
      contents.counts.territories =
          contents.counts.territories | expand_territory(code, on).value_or(TerritorySet{});
    }
    licence.territory = std::move(*scope);
  }
  licence.start = cells.date("start");
  const auto last = cells.date("end");
  note_dates(contents.counts, licence.start);
  note_dates(contents.counts, last);
  if (licence.start && last && *last < *licence.start) {
    cells.error("licence_end_before_start", "end", {{"start", licence.start->to_string()}});
  }
  if (last) licence.end = last->plus(1);  // a table's last day is inclusive
  licence.uses = cells.uses("uses");
  licence.exclusive = cells.yes_or_no("exclusive").value_or(false);
  read_right(cells, licence);
  read_terms(cells, licence);
  contents.licences.push_back(std::move(licence));
}

}  // namespace

const TableKind licences_kind{Format::table_licences, columns, read_row};

}  // namespace umikoe::formats::table
