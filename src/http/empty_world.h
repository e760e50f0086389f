#pragma once

#include "app/ports.h"
#include "http/site.h"

namespace umikoe::http {

// A world with nothing in it: enough to test everything that does not depend on answers.
class EmptyStore : public app::WorldStore {
 public:
  Result<app::WorldInfo> info() const override {
    return app::WorldInfo{{OrganisationId{1}, "test"}, Date::parse("2026-11-20"), false, 1, 1};
  }
  Result<void> set_as_of(std::optional<Date>, bool) override { return fail("store_failed"); }
  Result<std::unique_ptr<app::DeliveryWriter>> begin_delivery() override {
    return fail("store_failed");
  }
  Result<std::optional<app::DeliveryRecord>> delivery_with(const std::string&) const override {
    return std::nullopt;
  }
  Result<std::vector<app::DeliveryRecord>> deliveries() const override { return {}; }
  Result<std::vector<rights::Statement>> statements(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::vector<Isrc>> recordings() const override { return {}; }
  Result<std::vector<rights::Statement>> statements_sharing(
      const std::vector<std::string>&) const override {
    return {};
  }
  Result<std::vector<rights::Licence>> licences(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::vector<rights::Sighting>> sightings(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::vector<catalogue::DeclaredParty>> parties() const override { return {}; }
  Result<std::vector<app::DeliveredContents>> contents(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::vector<app::GivenName>> names(const app::OfRecordings&) const override { return {}; }
  Result<std::vector<catalogue::OnlineVideo>> videos(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::vector<rights::ServiceAsset>> assets(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::vector<catalogue::GroupMember>> groups() const override { return {}; }
  Result<std::vector<demand::RevenueStatement>> revenue_statements() const override { return {}; }
  Result<std::vector<demand::ReportVersion>> report_versions() const override { return {}; }
  Result<int64_t> usage_rows() const override { return 0; }
  Result<app::Changes> changes_since(int64_t, size_t) const override { return app::Changes{}; }
  Result<app::Compaction> compact() override { return fail("store_failed"); }
  Result<std::vector<demand::VideoViews>> views() const override { return {}; }
  Result<std::vector<app::HandedReturn>> returns() const override { return {}; }
  Result<std::vector<demand::Appearance>> appearances() const override { return {}; }
  Result<std::vector<app::KeptCaptions>> captions(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::string> caption_bytes(const Isrc&, DeliveryId) const override {
    return fail("store_failed");
  }
  Result<edits::Edit> append_edit(const edits::EditDraft&) override { return fail("store_failed"); }
  Result<void> append_edits(std::span<const edits::EditDraft>) override {
    return fail("store_failed");
  }
  Result<std::vector<edits::Edit>> edits() const override { return {}; }
  Result<std::vector<app::RevenueTotal>> revenue(const app::OfRecordings&) const override {
    return {};
  }
  Result<std::vector<app::UsageTotal>> usage(const app::OfRecordings&) const override { return {}; }
  Result<std::vector<app::ChartSummary>> charts(Date) const override { return {}; }
  Result<std::vector<app::ChartedDay>> chart_days(const app::SeriesQuestion&) const override {
    return {};
  }
  Result<std::vector<demand::ChartLine>> chart_lines(
      std::span<const app::ChartedDay>) const override {
    return {};
  }
  Result<std::vector<app::UsagePeriod>> usage_periods(const app::SeriesQuestion&) const override {
    return {};
  }
  Result<std::vector<Finding>> verify() const override { return {}; }
};

inline WorldSource empty_world() {
  return WorldSource(
      [] { return Result<std::unique_ptr<app::WorldStore>>(std::make_unique<EmptyStore>()); },
      [] { return *Date::parse("2026-11-21"); });
}

}  // namespace umikoe::http
