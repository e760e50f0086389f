#include <algorithm>

#include "formats/ddex/ern_names.h"
#include "formats/ddex/ern_party.h"
#include "formats/ddex/ern_period.h"
#include "formats/ddex/ern_reading.h"
#include "formats/over_limit.h"
#include "rights/use.h"

namespace umikoe::formats::ddex {

using rights::Deal;

namespace {

// Include and exclude are alternatives: DealTerms holds one or the other.
void read_territory(ErnReading& reading, Element terms, Deal& deal) {
  const Elements included = terms.children("TerritoryCode");
  const Elements excluded = terms.children("ExcludedTerritoryCode");
  if (included.empty() && excluded.empty()) {
    reading.findings.add("deal_without_territory", {}, terms.where());
    return;
  }
  if (!included.empty() && !excluded.empty()) {
    reading.findings.add("deal_includes_and_excludes", {}, terms.where());
  }
  rights::TerritoryScope scope;
  scope.excluding = included.empty();
  for (const Element& code : scope.excluding ? excluded : included) {
    scope.codes.emplace_back(code.text());
    if (scope.excluding && code.text() == "Worldwide") {
      reading.findings.add("deal_excludes_everywhere", {}, code.where());
    }
  }
  deal.territory = std::move(scope);
}

Result<void> read_periods(ErnReading& reading, Element terms, Deal& deal) {
  for (const Element& element : terms.children("ValidityPeriod")) {
    UMIKOE_TRY(rights::ValidityPeriod period, validity_period_of(element));
    if (is_empty(period)) {
      reading.findings.add("deal_end_before_start",
                           {{"start", period.start->to_string()}, {"end", period.end->to_string()}},
                           element.where());
    }
    if (period.start || period.end) deal.periods.push_back(period);
  }
  if (deal.periods.empty()) reading.findings.add("deal_without_period", {}, terms.where());
  return {};
}

void read_use_types(ErnReading& reading, Element usage, Deal& deal) {
  for (const Element& type : usage.children("UseType")) {
    if (type.text().empty()) continue;
    deal.use_types.emplace_back(type.text());
    if (const auto uses = rights::uses_of_type(type.text())) {
      deal.uses |= *uses;
    } else {
      reading.findings.add_once("use_type_unknown", {{"text", std::string(type.text())}},
                                type.where());
    }
  }
}

void read_uses(ErnReading& reading, Element terms, Deal& deal) {
  read_use_types(reading, terms, deal);
  for (const Element& usage : terms.children("Usage")) {  // 3.x
    read_use_types(reading, usage, deal);
  }
  if (!deal.use_types.empty()) return;
  deal.uses = rights::every_use;
  if (!deal.is_takedown) reading.findings.add("deal_without_use", {}, terms.where());
}

// 3.x: what single resources of the release may be used for, instead of what the terms say.
void read_resource_usage(ErnReading& reading, Element element, Deal& deal) {
  for (const Element& usage : element.children("ResourceUsage")) {
    rights::UseSet uses = 0;
    for (const Element& listed : usage.children("Usage")) {
      for (const Element& type : listed.children("UseType")) {
        const auto known = rights::uses_of_type(type.text());
        if (known) uses |= *known;
        if (known || type.text().empty()) continue;
        reading.findings.add_once("use_type_unknown", {{"text", std::string(type.text())}},
                                  type.where());
      }
    }
    for (const Element& reference : usage.children("DealResourceReference")) {
      if (reference.text().empty()) continue;
      deal.resource_uses.push_back({std::string(reference.text()), uses});
    }
  }
}

void read_models(ErnReading& reading, Element terms, Deal& deal) {
  for (const Element& type : terms.children("CommercialModelType")) {
    if (type.text().empty()) continue;
    deal.commercial_models.emplace_back(type.text());
    const auto model = rights::parse_model(type.text());
    if (!model) {
      reading.findings.add_once("commercial_model_unknown", {{"text", std::string(type.text())}},
                                type.where());
    }
    deal.models |= bit(model.value_or(rights::Model::other));
  }
  if (deal.commercial_models.empty()) deal.models = rights::every_model;
}

void read_channels(ErnReading& reading, Element terms, Name name,
                   std::vector<catalogue::Party>& channels) {
  for (const Element& channel : terms.children(name)) {
    catalogue::Party party = party_of(reading.names, channel);
    if (party.dpid.empty()) {
      reading.findings.add_once("channel_without_dpid", {{"name", party.name}}, channel.where());
    }
    channels.push_back(std::move(party));
  }
}

void read_prices(Element terms, Deal& deal) {
  for (const Element& information : terms.children("PriceInformation")) {
    for (const Element& price : information.children()) {
      if (price.text().empty()) continue;
      std::string written = std::string(price.name_text()) + " " + std::string(price.text());
      for (const Name attribute : {Name("CurrencyCode"), Name("Namespace")}) {
        if (price.has_attribute(attribute)) {
          written += " " + std::string(price.attribute(attribute));
        }
      }
      deal.prices.push_back(std::move(written));
    }
  }
}

Result<void> read_terms(ErnReading& reading, Element terms, Deal& deal) {
  deal.is_pre_order = is_true(terms.child("IsPreOrderDeal").text());
  deal.is_takedown =
      is_true(terms.child("TakeDown").text()) || is_true(terms.child("AllDealsCancelled").text());
  read_territory(reading, terms, deal);
  UMIKOE_TRY(read_periods(reading, terms, deal));
  read_uses(reading, terms, deal);
  read_models(reading, terms, deal);
  read_channels(reading, terms, "DistributionChannel", deal.channels);
  read_channels(reading, terms, "ExcludedDistributionChannel", deal.excluded_channels);
  for (const Element& list : terms.children("InstantGratificationResourceList")) {
    for (const Element& reference : list.children("DealResourceReference")) {
      if (!reference.text().empty()) deal.instant_gratification.emplace_back(reference.text());
    }
  }
  read_prices(terms, deal);
  return {};
}

// A 3.x deal that is not itself a pre-order deal may say from when it can be ordered beforehand: a
// window of its own, from that date to the start of the deal.
Result<void> add_pre_order_window(ErnReading& reading, Element terms, const Deal& deal) {
  const Element date = terms.child("PreOrderReleaseDate");
  if (date.text().size() < 10 || deal.is_pre_order || deal.is_takedown || deal.periods.empty()) {
    return {};
  }
  const auto day = Date::parse(date.text().substr(0, 10));
  if (!day) return fail("time_invalid", {{"text", std::string(date.text())}}, date.where());
  const rights::ValidityPeriod window{WrittenTime::at_local_midnight(*day),
                                      deal.periods.front().start};
  if (!window.end || is_empty(window)) return {};
  Deal ahead = deal;
  ahead.is_pre_order = true;
  ahead.periods = {window};
  reading.deals.push_back(std::move(ahead));
  return {};
}

// A 3.x ReleaseDeal takes effect on its EffectiveDate, whatever earlier start its deals state: a
// takedown dated ahead leaves what holds until then, a deal opens nothing before.
void take_effect(Deal& deal, Date day) {
  const WrittenTime from = WrittenTime::at_local_midnight(day);
  if (deal.periods.empty()) deal.periods.push_back({});
  for (rights::ValidityPeriod& period : deal.periods) {
    if (!period.start || period.start->seconds < from.seconds) period.start = from;
  }
}

void note_date(DeliveryCounts& counts, const WrittenTime& time, int64_t shift) {
  const Date date = day_of_seconds(time.seconds + shift);
  if (!counts.first_date || date < *counts.first_date) counts.first_date = date;
  if (!counts.last_date || date > *counts.last_date) counts.last_date = date;
}

// Codes and references repeat over thousands of deals; each is noted once.
void note_deal(ErnReading& reading, const Deal& deal) {
  ErnOutline& outline = reading.outline;
  const auto line = static_cast<int32_t>(deal.line);
  for (const std::string& text : deal.release_references) {
    auto& reference = outline.release_references[text].second;
    reference.dealt = true;
    if (reference.stated || reference.awaited) continue;
    reference.awaited = true;
    outline.deal_words.push_back({.is_territory = false, .text = text, .line = line});
  }
  if (deal.territory) {
    for (const std::string& code : deal.territory->codes) {
      if (!outline.territory_codes.insert(code).second) continue;
      outline.deal_words.push_back({.is_territory = true, .text = code, .line = line});
    }
  }
  for (const rights::ValidityPeriod& period : deal.periods) {
    if (period.start) note_date(outline.deal_dates, *period.start, 0);
    if (period.end) note_date(outline.deal_dates, *period.end, -1);  // the last day inside
  }
}

}  // namespace

// A ReleaseDeal's references and its day hold for all its deals, in whatever order they were
// written.
void end_release_deal(ErnReading& reading) {
  for (Deal& deal : reading.deals) {
    deal.release_references = reading.deal_references;
    if (reading.deal_effective) take_effect(deal, *reading.deal_effective);
    note_deal(reading, deal);
    reading.sink.deal(std::move(deal));
  }
  reading.deals.clear();
  reading.deal_references.clear();
  reading.deal_effective.reset();
}

Result<void> read_deal(ErnReading& reading, Element element) {
  if (++reading.message.counts.deals > limits::deals_per_message.value) {
    return std::unexpected(over_limit(limits::deals_per_message, element.where()));
  }
  Deal deal;
  deal.line = element.line();
  const Element terms = element.child("DealTerms");
  deal.is_out_of_band = !terms || is_true(element.child("IsCommunicatedOutOfBand").text()) ||
                        is_true(terms.child("IsCommunicatedOutOfBand").text());
  if (deal.is_out_of_band) reading.findings.add("deal_out_of_band", {}, element.where());
  read_resource_usage(reading, element, deal);
  if (terms) UMIKOE_TRY(read_terms(reading, terms, deal));
  reading.deals.push_back(deal);
  return terms ? add_pre_order_window(reading, terms, deal) : Result<void>();
}

}  // namespace umikoe::formats::ddex
