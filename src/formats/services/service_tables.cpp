#include "formats/services/service_tables.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/limits.h"
#include "formats/over_limit.h"
#include "formats/services/report_columns.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::services {
namespace {

using rights::Seen;
using rights::SightingState;
using table::Cells;
using table::TableRow;

// How lists say what a service shows. `none` with seen = no: not there, without a reason.
struct StateWord {
  std::string_view written;  // as report_header gives it
  SightingState state;
  Seen seen;
};
constexpr std::array state_words = {
    StateWord{"playable", SightingState::playable, Seen::yes},
    StateWord{"available", SightingState::playable, Seen::yes},
    StateWord{"on_store", SightingState::playable, Seen::yes},
    StateWord{"live", SightingState::playable, Seen::yes},
    StateWord{"yes", SightingState::playable, Seen::yes},
    StateWord{"配信中", SightingState::playable, Seen::yes},
    StateWord{"○", SightingState::playable, Seen::yes},
    StateWord{"〇", SightingState::playable, Seen::yes},
    StateWord{"greyed", SightingState::greyed, Seen::no},
    StateWord{"greyed_out", SightingState::greyed, Seen::no},
    StateWord{"グレーアウト", SightingState::greyed, Seen::no},
    StateWord{"hidden", SightingState::hidden, Seen::no},
    StateWord{"非公開", SightingState::hidden, Seen::no},
    StateWord{"非表示", SightingState::hidden, Seen::no},
    StateWord{"in_review", SightingState::in_review, Seen::no},
    StateWord{"審査中", SightingState::in_review, Seen::no},
    StateWord{"rejected", SightingState::rejected, Seen::no},
    StateWord{"却下", SightingState::rejected, Seen::no},
    StateWord{"審査落ち", SightingState::rejected, Seen::no},
    StateWord{"blocked_by_claim", SightingState::blocked_by_claim, Seen::no},
    StateWord{"権利申立によるブロック", SightingState::blocked_by_claim, Seen::no},
    StateWord{"age_limited", SightingState::age_limited, Seen::yes},
    StateWord{"年齢制限", SightingState::age_limited, Seen::yes},
    StateWord{"regulator", SightingState::regulator, Seen::no},
    StateWord{"当局による規制", SightingState::regulator, Seen::no},
    StateWord{"other_version", SightingState::other_version, Seen::no},
    StateWord{"別バージョン", SightingState::other_version, Seen::no},
    StateWord{"no", SightingState::none, Seen::no},
    StateWord{"unavailable", SightingState::none, Seen::no},
    StateWord{"not_on_store", SightingState::none, Seen::no},
    StateWord{"not_available", SightingState::none, Seen::no},
    StateWord{"未配信", SightingState::none, Seen::no},
    StateWord{"×", SightingState::none, Seen::no},
    StateWord{"unknown", SightingState::none, Seen::not_checked},
    StateWord{"not_checked", SightingState::none, Seen::not_checked},
    StateWord{"未確認", SightingState::none, Seen::not_checked},
};

const StateWord* state_word(std::string_view written) {
  const std::string name = report_header(written);
  const auto at = std::ranges::find(state_words, name, &StateWord::written);
  return at == state_words.end() ? nullptr : &*at;
}

std::string allowed_states() {
  return "playable, greyed, hidden, in_review, rejected, blocked_by_claim, age_limited, regulator, "
         "other_version, no, unknown";
}

// The words of a list of codes, however they are parted.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = text.find_first_of(" ,;|/\t");
    if (end != 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

bool is_everywhere(std::string_view word) {
  return word == "WW" || word == "World" || word == "Worldwide" || word == "WORLDWIDE";
}

Date month_of(Date day) { return *Date::of(day.year(), day.month(), 1); }

}  // namespace

void ServiceTable::begin(const TableRow& header) {
  int passed_over = 0;
  if (format_ == Format::service_availability) {
    for (const size_t at : territory_columns(header)) {
      std::string_view cell = header.cells[at];
      cell.remove_prefix(std::min(cell.find_first_not_of(' '), cell.size()));
      matrix_.emplace_back(at, *TerritoryCode::parse(cell.substr(0, cell.find(' '))));
    }
  }
  TableRow known = known_header(header, layout_of(format_), passed_over);
  passed_over -= static_cast<int>(matrix_.size());
  columns_ = table::Columns::read(known, layout_of(format_).columns, findings_, errors_);
  if (format_ == Format::service_availability && matrix_.empty()) {
    for (const char* name : {"territory", "state"}) {
      if (!columns_->has(name)) {
        errors_.push_back({"column_missing",
                           {{"column", name}},
                           {.file = {}, .line = header.line, .element = name}});
      }
    }
  }
  if (passed_over > 0) {
    findings_.add("columns_passed_over", {{"count", std::to_string(passed_over)}},
                  {.file = {}, .line = header.line, .element = {}});
  }
}

Result<void> ServiceTable::row(const TableRow& row) {
  if (!columns_) {
    begin(row);
    if (!errors_.empty()) return fail("columns_wrong");
    return {};
  }
  ++contents_.counts.rows;
  Cells cells(*columns_, row, findings_, errors_);
  switch (format_) {
    case Format::youtube_claims:
      claim(cells);
      break;
    case Format::youtube_views:
      views(cells);
      break;
    case Format::apple_catalogue:
      apple(cells);
      break;
    case Format::service_availability:
      availability(cells, row);
      break;
    default:
      asset(cells);
  }
  if (view_cells_ > limits::views_per_file.value) {
    return std::unexpected(
        over_limit(limits::views_per_file, {.file = {}, .line = row.line, .element = {}}));
  }
  if (std::ssize(errors_) >= limits::errors_kept.value) return fail("too_many_errors");
  return {};
}

Date ServiceTable::day_of(Cells& cells) {
  if (const auto day = cells.date("observed_on")) return *day;
  day_used_ = true;
  return day_.day;
}

std::vector<TerritoryCode> ServiceTable::territories(Cells& cells, std::string_view column) {
  std::vector<TerritoryCode> out;
  for (const std::string& code : parts_of(cells.text(column))) {
    const auto territory = TerritoryCode::parse(code);
    if (!territory) {
      cells.error("territory_code_invalid", column);
      continue;
    }
    contents_.counts.territories.insert(*territory);
    out.push_back(*territory);
  }
  return out;
}

// "100% WW", "100%[JP, US]" or "JP|US": where we claim the asset. Anything else stays unknown.
std::optional<std::vector<std::string>> ServiceTable::owned(Cells& cells) {
  std::string written(cells.text("ownership"));
  if (written.empty()) return std::nullopt;
  for (char& c : written) {
    if (c == '[' || c == ']' || c == ':' || c == '(' || c == ')') c = ' ';
  }
  std::vector<std::string> out;
  for (const std::string& part : parts_of(written)) {
    if (part.ends_with('%')) {
      // A share of nothing is no claim; which shares count is for the service to say.
      if (part == "0%" || part == "0.0%") return std::vector<std::string>{};
      continue;
    }
    if (is_everywhere(part)) {
      out.emplace_back("Worldwide");
    } else if (TerritoryCode::parse(part)) {
      out.push_back(part);
    } else {
      cells.finding("ownership_unread", "ownership");
      return std::nullopt;
    }
  }
  return out;
}

std::string ServiceTable::uploader(Cells& cells) {
  const std::string written = report_header(cells.text("uploader_type"));
  if (written == "self" || written == "partner_uploaded" || written == "own") return "self";
  if (written == "thirdparty" || written == "third_party" || written == "user_uploaded") {
    return "third_party";
  }
  if (!written.empty()) cells.finding("uploader_unknown", "uploader_type");
  return {};
}

void ServiceTable::asset(Cells& cells) {
  rights::ServiceAsset asset;
  asset.service = "YouTube";
  asset.asset_id = cells.required("asset_id");
  asset.type = report_header(cells.text("asset_type"));
  if (!cells.text("isrc").empty()) asset.isrc = cells.isrc("isrc");
  asset.custom_id = std::string(cells.text("custom_id"));
  asset.title = std::string(cells.text("asset_title"));
  asset.artist = std::string(cells.text("artist"));
  asset.owned = owned(cells);
  asset.policy = std::string(cells.text("match_policy"));
  asset.conflicting_party = std::string(cells.text("conflicting_owner"));
  for (const TerritoryCode territory : territories(cells, "conflicting_country_code")) {
    asset.conflicting.emplace_back(territory.code());
  }
  day_used_ = true;
  asset.observed_on = day_.day;
  contents_.assets.push_back(std::move(asset));
}

void ServiceTable::claim(Cells& cells) {
  catalogue::OnlineVideo video;
  video.service = "YouTube";
  cells.required("claim_id");
  video.video_id = cells.required("video_id");
  video.asset_id = cells.required("asset_id");
  video.claim_status = report_header(cells.text("claim_status"));
  video.title = std::string(cells.text("video_title"));
  video.channel_id = std::string(cells.text("channel_id"));
  video.channel_name = std::string(cells.text("channel_display_name"));
  video.uploader = uploader(cells);
  if (const auto seconds = cells.number("video_duration_sec")) {
    if (*seconds > 0 && *seconds < 10'000'000) video.duration_ms = *seconds * 1000;
  }
  day_used_ = true;
  video.observed_on = day_.day;
  ++contents_.counts.videos;
  contents_.videos.push_back(std::move(video));
}

void ServiceTable::views(Cells& cells) {
  const std::string video = cells.required("video_id");
  std::string written = cells.required("date");
  if (written.size() == 8)
    written = written.substr(0, 4) + "-" + written.substr(4, 2) + "-" + written.substr(6);
  const auto day = Date::parse(written);
  if (!day) {
    if (!written.empty()) cells.error("date_invalid", "date", {{"allowed", "20261031"}});
    return;
  }
  const auto count = cells.number("views");
  if (cells.text("views").empty()) cells.error("cell_required", "views");
  // ZZ is the service's own word for a country it does not know.
  std::string country(cells.text("country_code"));
  if (country == "ZZ" || country == "XX") country.clear();
  if (!country.empty()) {
    const auto territory = TerritoryCode::parse(country);
    if (!territory) {
      cells.error("territory_code_invalid", "country_code");
      return;
    }
    contents_.counts.territories.insert(*territory);
  }
  if (!count || *count == 0) return;
  const bool claimed = report_header(cells.text("claimed_status")) == "claimed";
  const ViewKey key{video,
                    std::string(cells.text("asset_id")),
                    std::string(cells.text("channel_id")),
                    uploader(cells),
                    claimed,
                    month_of(*day)};
  auto [at, fresh] = months_.try_emplace(key, MonthOfViews{*day, *day, {}});
  at->second.first = std::min(at->second.first, *day);
  at->second.last = std::max(at->second.last, *day);
  const auto [there, first] = at->second.there.try_emplace(country, 0);
  view_cells_ += first;
  if (__builtin_add_overflow(there->second, *count, &there->second)) {
    cells.error("number_invalid", "views");
  }
}

void ServiceTable::see(Cells& cells, const catalogue::Party& service, std::string_view written,
                       std::string_view column, const std::vector<TerritoryCode>& there) {
  const StateWord* word = state_word(written);
  if (!word) {
    cells.error("word_unknown", column, {{"allowed", allowed_states()}});
    return;
  }
  if (word->seen == Seen::not_checked) return;
  rights::Sighting sighting;
  sighting.service = service;
  sighting.isrc = Isrc::parse(cells.text("isrc")).value_or(Isrc{});
  sighting.observed_from = sighting.observed_on = day_of(cells);
  sighting.seen = word->seen;
  const std::string reason(cells.text("reason"));
  sighting.detail =
      word->state == SightingState::none ? reason : rights::detail_of(word->state, reason);
  sighting.method = "service_list";
  for (const TerritoryCode territory : there) {
    contents_.counts.territories.insert(territory);
    sighting.territory = territory;
    contents_.sightings.push_back(sighting);
  }
}

void ServiceTable::apple(Cells& cells) {
  cells.isrc("isrc");
  catalogue::Party service;
  service.name = "Apple Music";
  cells.required("storefront");
  if (cells.required("status").empty()) return;
  see(cells, service, cells.text("status"), "status", territories(cells, "storefront"));
}

void ServiceTable::availability(Cells& cells, const TableRow& row) {
  cells.isrc("isrc");
  cells.required("service");
  const catalogue::Party service = cells.party("service");
  if (!matrix_.empty()) {
    for (const auto& [at, territory] : matrix_) {
      if (at >= row.cells.size()) continue;
      std::string_view written = row.cells[at];
      if (written.find_first_not_of(" \t") == std::string_view::npos) continue;
      see(cells, service, written, territory.code(), {territory});
    }
    return;
  }
  cells.required("territory");
  if (cells.required("state").empty()) return;
  see(cells, service, cells.text("state"), "state", territories(cells, "territory"));
}

void ServiceTable::gather_views() {
  for (auto& [key, month] : months_) {
    demand::VideoViews views;
    views.service = "YouTube";
    std::tie(views.video_id, views.asset_id, views.channel_id, views.uploader, views.claimed,
             std::ignore) = key;
    views.first_day = month.first;
    views.last_day = month.last;
    for (const auto& [country, count] : month.there) views.there.push_back({country, count});
    auto& counts = contents_.counts;
    counts.first_date = std::min(counts.first_date.value_or(month.first), month.first);
    counts.last_date = std::max(counts.last_date.value_or(month.last), month.last);
    contents_.views.push_back(std::move(views));
  }
}

ServiceReportResult ServiceTable::finish(Result<void> read) {
  const bool ours =
      !read && (read.error().code == "columns_wrong" || read.error().code == "too_many_errors");
  if (!read && !ours) errors_.push_back(std::move(read).error());
  if (!columns_ && errors_.empty()) errors_.push_back({"table_empty", {}, {}});
  const auto kept = static_cast<size_t>(limits::errors_kept.value);
  if (errors_.size() > kept) errors_.resize(kept);
  gather_views();
  if (day_used_ && day_.assumed) {
    findings_.add("day_assumed", {{"day", day_.day.to_string()}}, {});
  }
  contents_.findings = findings_.take();
  if (!errors_.empty()) contents_ = {};
  return {std::move(contents_), std::move(errors_)};
}

ServiceReportResult read_service_table(Format format, const ByteSource& source, ReportDay day) {
  ServiceTable reading(format, day);
  auto read = table::read_rows(source, [&](const TableRow& row) { return reading.row(row); });
  return reading.finish(read ? Result<void>() : std::unexpected(std::move(read).error()));
}

}  // namespace umikoe::formats::services
