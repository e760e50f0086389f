#pragma once

#include <string>
#include <vector>

#include "app/ports.h"

// Deliveries made up for tests of the stores.
namespace umikoe::stores::sample {

struct Delivery {
  app::DeliveryRecord record;
  app::DeliveryContent content;
  std::vector<demand::ChartRow> chart_rows;
  std::vector<demand::UsageRow> usage_rows;
  std::vector<demand::RevenueRow> revenue_rows;
};

Isrc isrc(int number);  // JPZ00 + seven digits
TerritoryCode territory(const char* code);
Date day(const char* iso8601);
app::DeliveryRecord record(int number);

// A release message with every optional field stated, about `isrcs`, under the release keys.
rights::Statement statement(const std::vector<std::string>& icpns, const std::vector<int>& isrcs);
catalogue::Contents contents(const std::vector<int>& isrcs);
demand::ChartRow chart_row(const char* chart, const char* day, int rank, const char* title,
                           std::optional<int64_t> streams);
demand::UsageRow usage_row(int isrc, const char* territory, int64_t net_units);
demand::RevenueRow revenue_row(int isrc, const char* territory, int64_t billionths);

// The n-th of an endless series: statements, sales reports, charts and tables in turn, connected
// with one another, each different from every other.
Delivery delivery(int number);

// Brings a delivery in.
Result<DeliveryId> deliver(app::WorldStore& store, const Delivery& delivery);

// All that can be asked of a world, to compare worlds by. Ids given by the store are part of it.
struct Everything {
  access::Organisation organisation;
  int64_t generation = 0;
  std::vector<app::DeliveryRecord> deliveries;
  std::vector<rights::Statement> statements;
  std::vector<rights::Licence> licences;
  std::vector<rights::Sighting> sightings;
  std::vector<catalogue::DeclaredParty> parties;
  std::vector<app::DeliveredContents> contents;
  std::vector<app::GivenName> names;
  std::vector<catalogue::GroupMember> groups;
  std::vector<catalogue::OnlineVideo> videos;
  std::vector<rights::ServiceAsset> assets;
  std::vector<demand::RevenueStatement> revenue_statements;
  std::vector<demand::VideoViews> views;
  std::vector<app::HandedReturn> returns;
  std::vector<demand::Appearance> appearances;
  std::vector<app::KeptCaptions> captions;  // with their bytes
  std::vector<edits::Edit> edits;
  std::vector<app::UsageTotal> usage;
  std::vector<app::ChartSummary> charts;
  std::vector<app::RevenueTotal> revenue;

  bool operator==(const Everything&) const = default;
};
Result<Everything> everything(const app::WorldStore& store, bool observations = true);

}  // namespace umikoe::stores::sample
