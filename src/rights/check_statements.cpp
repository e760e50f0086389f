#include "rights/check_statements.h"

#include <algorithm>
#include <map>
#include <set>

#include "rights/list_row.h"

namespace umikoe::rights {
namespace {

using catalogue::ReleaseKind;
using catalogue::RuleFinding;

// A list of fewer territories than this is a short list; "Japan only" most of all.
constexpr int short_list_below = 10;

std::string main_id(const Statement& statement) {
  const auto& ids = statement.main_release;
  for (const auto* list : {&ids.icpns, &ids.grids, &ids.proprietary}) {
    if (!list->empty()) return list->front();
  }
  return statement.message_id;
}

Date day_of(WrittenTime time) { return day_of_seconds(time.seconds); }

// The rules on the deals of one statement.
class StatementCheck {
 public:
  StatementCheck(const CheckedStatement& checked, Date today, std::vector<RuleFinding>& found)
      : s_(*checked.statement), contents_(checked.contents), today_(today), found_(found) {}

  void run() {
    for (uint32_t i = 0; i < s_.releases.size(); ++i) {
      if (s_.releases[i].assets.empty()) continue;
      std::vector<const Deal*> deals;
      for (const uint32_t number : s_.index.deals_of(i)) {
        const Deal& deal = s_.deals[number];
        if (!deal.is_takedown && !deal.is_out_of_band) deals.push_back(&deal);
      }
      check_release(s_.releases[i], deals);
    }
    for (const Deal& deal : s_.deals) check_deal(deal);
    if (contents_) check_territories();
  }

 private:
  void add(std::string_view rule, std::string subject, std::string territory, std::string detail) {
    found_.push_back({std::string(rule), std::move(subject), "", std::move(territory),
                      std::move(detail), s_.document});
  }

  void check_release(const StatedRelease& release, const std::vector<const Deal*>& deals) {
    const std::string isrc = release.assets.front().isrc.to_string();
    if (release.kind == ReleaseKind::track) {
      if (deals.empty() && opens_something()) {
        add("album_only", isrc, "", release.reference);
        return;
      }
      check_periods(isrc, deals);
      check_prices(isrc, deals);
    }
    if (release.kind != ReleaseKind::clip) check_pair(release, isrc, deals);
  }

  // A message that only takes down leaves no track behind by mistake.
  bool opens_something() const {
    return std::ranges::any_of(
        s_.deals, [](const Deal& deal) { return !deal.is_takedown && !deal.is_out_of_band; });
  }

  // YouTube needs both models for the same stream; downloads alone are another business.
  void check_pair(const StatedRelease& release, const std::string& isrc,
                  const std::vector<const Deal*>& deals) {
    if (release.kind == ReleaseKind::main && release.assets.size() > 1) return;
    bool subscription = false;
    bool ad_supported = false;
    for (const Deal* deal : deals) {
      if ((deal->uses & bit(Use::on_demand_stream)) == 0 || deal->is_pre_order) continue;
      subscription = subscription || (deal->models & bit(Model::subscription));
      ad_supported = ad_supported || (deal->models & bit(Model::ad_supported));
    }
    if (subscription != ad_supported) {
      add("stream_pair", isrc, "",
          subscription ? "SubscriptionModel" : "AdvertisementSupportedModel");
    }
  }

  struct Span {
    Date from;
    std::optional<Date> until;
  };

  // Consecutive periods of the same territories and uses: a pause between them is rarely meant,
  // and an end without a successor closes a recording nobody meant to close.
  void check_periods(const std::string& isrc, const std::vector<const Deal*>& deals) {
    std::map<std::pair<std::vector<std::string>, UseSet>, std::vector<Span>> by_scope;
    for (const Deal* deal : deals) {
      if (!deal->territory || deal->is_pre_order) continue;
      for (const ValidityPeriod& period : deal->periods) {
        if (!period.start) continue;
        std::optional<Date> until;
        if (period.end) until = day_of(*period.end);
        by_scope[{deal->territory->codes, deal->uses}].push_back({day_of(*period.start), until});
      }
    }
    for (auto& [scope, spans] : by_scope) {
      std::ranges::sort(spans, {}, &Span::from);
      for (size_t i = 0; i + 1 < spans.size(); ++i) {
        if (spans[i].until && *spans[i].until < spans[i + 1].from) {
          add("period_gap", isrc, "",
              spans[i].until->to_string() + " – " + spans[i + 1].from.to_string());
        }
      }
      const auto& last = spans.back();
      if (last.until && *last.until <= today_) {
        add("ended_without_successor", isrc, "", last.until->plus(-1).to_string());
      }
    }
  }

  void check_prices(const std::string& isrc, const std::vector<const Deal*>& deals) {
    for (size_t i = 0; i < deals.size(); ++i) {
      for (size_t j = i + 1; j < deals.size(); ++j) {
        const Deal& a = *deals[i];
        const Deal& b = *deals[j];
        if (a.prices.empty() || b.prices.empty() || a.prices == b.prices) continue;
        if ((a.uses & b.uses) == 0 || (a.models & b.models) == 0) continue;
        if ((a.granted & b.granted).empty() || !overlap(a, b)) continue;
        add("overlapping_prices", isrc, "", a.prices.front() + " / " + b.prices.front());
      }
    }
  }

  static bool overlap(const Deal& a, const Deal& b) {
    for (const auto& p : a.periods) {
      for (const auto& q : b.periods) {
        const bool p_first = p.end && q.start && p.end->seconds <= q.start->seconds;
        const bool q_first = q.end && p.start && q.end->seconds <= p.start->seconds;
        if (!p_first && !q_first) return true;
      }
    }
    return a.periods.empty() || b.periods.empty();
  }

  void check_deal(const Deal& deal) {
    const std::string subject = main_id(s_);
    const Date created = day_of({s_.created.seconds, false});
    for (const ValidityPeriod& period : deal.periods) {
      if (period.start && period.start->local && day_of(*period.start) == created &&
          !deal.is_takedown) {
        add("start_today_without_zone", subject, "", period.start->to_string());
      }
    }
    if (!deal.territory) return;
    for (const auto& code : deal.territory->codes) {
      const bool numeric =
          !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
      if (numeric || !expand_territory(code, created)) add("territory_code", subject, "", code);
    }
    const auto& codes = deal.territory->codes;
    // A row of a distributor's list is no message to correct; what it leaves out, gap tells.
    const bool few = !subject.starts_with(list_row_key) && !deal.territory->excluding &&
                     !codes.empty() && !deal.is_takedown && deal.granted.size() < short_list_below;
    if (few) {
      std::string list;
      for (const auto& code : codes) list += (list.empty() ? "" : " ") + code;
      add("short_territory_list", subject, "", list);
    }
  }

  // Labels must cover the territories of the deals, and localised titles should meet a deal.
  void check_territories() {
    TerritorySet granted;
    for (const Deal& deal : s_.deals) granted = granted | deal.granted;
    if (granted.empty()) return;
    for (const auto& release : contents_->releases) {
      if (release.kind != ReleaseKind::main) continue;
      check_label(release, granted);
      for (const auto& form : release.titles) check_title_territories(form, granted);
    }
  }

  void check_label(const catalogue::Release& release, const TerritorySet& granted) {
    TerritoryScope scope;
    scope.codes = release.label_territories;
    const Date created = day_of({s_.created.seconds, false});
    const auto covered =
        scope.codes.empty() ? TerritorySet::all() : expand(scope, created).territories;
    if (release.label.empty()) return add("label_territory", main_id(s_), "", "");
    const auto missing = (granted - covered).members();
    if (!missing.empty()) {
      add("label_territory", main_id(s_), std::string(missing.front().code()), release.label);
    }
  }

  void check_title_territories(const catalogue::NameForm& form, const TerritorySet& granted) {
    if (form.territories.empty()) return;
    TerritoryScope scope;
    scope.codes = form.territories;
    const auto named = expand(scope, day_of({s_.created.seconds, false})).territories;
    if (!named.empty() && (named & granted).empty()) {
      add("title_territory", main_id(s_), form.territories.front(), form.text);
    }
  }

  const Statement& s_;
  const catalogue::Contents* contents_;
  Date today_;
  std::vector<RuleFinding>& found_;
};

}  // namespace

std::vector<RuleFinding> check_statements(std::span<const CheckedStatement> statements,
                                          Date today) {
  std::vector<RuleFinding> found;
  for (const CheckedStatement& checked : statements) {
    if (checked.statement->kind == StatementKind::release) {
      StatementCheck(checked, today, found).run();
    }
  }
  return found;
}

}  // namespace umikoe::rights
