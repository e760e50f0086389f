#include "formats/services/report_columns.h"

#include <algorithm>
#include <array>

#include "base/result.h"
#include "base/territory.h"

namespace umikoe::formats::services {
namespace {

using table::Column;

constexpr size_t matrix_columns_min = 3;

constexpr std::array asset_columns = {Column{"asset_id", true},
                                      Column{"asset_type"},
                                      Column{"isrc"},
                                      Column{"custom_id"},
                                      Column{"asset_title"},
                                      Column{"artist"},
                                      Column{"ownership"},
                                      Column{"match_policy"},
                                      Column{"conflicting_owner"},
                                      Column{"conflicting_country_code"}};
constexpr std::array asset_names = {
    ColumnName{"type", "asset_type"},
    ColumnName{"title", "asset_title"},
    ColumnName{"artists", "artist"},
    ColumnName{"ownership_territories", "ownership"},
    ColumnName{"owned_territories", "ownership"},
    ColumnName{"policy", "match_policy"},
    ColumnName{"effective_policy", "match_policy"},
    ColumnName{"other_owner", "conflicting_owner"},
    ColumnName{"conflicting_owners", "conflicting_owner"},
    ColumnName{"conflicting_territories", "conflicting_country_code"},
    ColumnName{"conflict_territories", "conflicting_country_code"}};

constexpr std::array claim_columns = {Column{"claim_id", true},     Column{"video_id", true},
                                      Column{"asset_id", true},     Column{"claim_status"},
                                      Column{"claim_type"},         Column{"video_title"},
                                      Column{"channel_id"},         Column{"channel_display_name"},
                                      Column{"video_duration_sec"}, Column{"uploader_type"}};
constexpr std::array claim_names = {ColumnName{"status", "claim_status"},
                                    ColumnName{"title", "video_title"},
                                    ColumnName{"uploader_channel_id", "channel_id"},
                                    ColumnName{"channel_name", "channel_display_name"},
                                    ColumnName{"video_duration", "video_duration_sec"},
                                    ColumnName{"video_duration_seconds", "video_duration_sec"},
                                    ColumnName{"video_owner", "uploader_type"},
                                    ColumnName{"uploader", "uploader_type"}};

constexpr std::array view_columns = {Column{"date", true},         Column{"video_id", true},
                                     Column{"country_code", true}, Column{"views", true},
                                     Column{"channel_id"},         Column{"asset_id"},
                                     Column{"claimed_status"},     Column{"uploader_type"}};
constexpr std::array view_names = {ColumnName{"day", "date"}, ColumnName{"country", "country_code"},
                                   ColumnName{"uploader", "uploader_type"}};

constexpr std::array apple_columns = {Column{"isrc", true}, Column{"storefront", true},
                                      Column{"status", true}, Column{"reason"},
                                      Column{"observed_on"}};
constexpr std::array apple_names = {
    ColumnName{"storefronts", "storefront"}, ColumnName{"store_front", "storefront"},
    ColumnName{"store_status", "status"},    ColumnName{"status_reason", "reason"},
    ColumnName{"hidden_reason", "reason"},   ColumnName{"report_date", "observed_on"},
    ColumnName{"as_of", "observed_on"}};

constexpr std::array availability_columns = {
    Column{"service", true}, Column{"service_dpid"}, Column{"service_isni"},
    Column{"service_id"},    Column{"isrc", true},   Column{"territory"},
    Column{"state"},         Column{"reason"},       Column{"observed_on"}};
constexpr std::array availability_names = {ColumnName{"dsp", "service"},
                                           ColumnName{"store", "service"},
                                           ColumnName{"territories", "territory"},
                                           ColumnName{"country", "territory"},
                                           ColumnName{"country_code", "territory"},
                                           ColumnName{"availability", "state"},
                                           ColumnName{"checked_on", "observed_on"},
                                           ColumnName{"date", "observed_on"}};

constexpr ReportLayout assets_layout{asset_columns, asset_names};
constexpr ReportLayout claims_layout{claim_columns, claim_names};
constexpr ReportLayout views_layout{view_columns, view_names};
constexpr ReportLayout apple_layout{apple_columns, apple_names};
constexpr ReportLayout availability_layout{availability_columns, availability_names};

// An export is told by columns that only it has.
struct Mark {
  Format format;
  std::array<std::string_view, 3> headers;
};
constexpr std::array marks = {
    Mark{Format::youtube_claims, {"claim_id", "video_id", "asset_id"}},
    Mark{Format::youtube_views, {"video_id", "country_code", "views"}},
    Mark{Format::youtube_assets, {"asset_id", "asset_type", ""}},
    Mark{Format::youtube_conflicts, {"asset_id", "conflicting_owner", ""}},
    Mark{Format::apple_catalogue, {"isrc", "storefront", "status"}},
    Mark{Format::service_availability, {"isrc", "territory", "state"}}};

std::optional<TerritoryCode> territory_of(std::string_view cell) {
  while (cell.starts_with(' ')) cell.remove_prefix(1);
  while (cell.ends_with(' ')) cell.remove_suffix(1);
  return TerritoryCode::parse(cell);
}

}  // namespace

std::string report_header(std::string_view written) {
  std::string out;
  for (const char c : written) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter)
      out += c;
    else if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c + 32);
    else if (!out.empty() && out.back() != '_')
      out += '_';
  }
  while (out.ends_with('_')) out.pop_back();
  return out;
}

const ReportLayout& layout_of(Format format) {
  switch (format) {
    case Format::youtube_claims:
      return claims_layout;
    case Format::youtube_views:
      return views_layout;
    case Format::apple_catalogue:
      return apple_layout;
    case Format::service_availability:
      return availability_layout;
    default:
      return assets_layout;  // conflicts are a part of what an assets report says
  }
}

table::TableRow known_header(const table::TableRow& header, const ReportLayout& layout,
                             int& passed_over) {
  table::TableRow out = header;
  const auto is_column = [&](std::string_view name) {
    return std::ranges::find(layout.columns, name, &Column::name) != layout.columns.end();
  };
  const auto heads = [&](std::string_view name) {
    return std::ranges::any_of(header.cells,
                               [&](const auto& cell) { return report_header(cell) == name; });
  };
  for (std::string& cell : out.cells) {
    const std::string name = report_header(cell);
    const auto other = std::ranges::find(layout.names, name, &ColumnName::written);
    if (is_column(name)) {
      cell = name;
    } else if (other != layout.names.end() && !heads(other->column)) {
      cell = other->column;
    } else {
      if (!name.empty()) ++passed_over;
      cell.clear();
    }
  }
  return out;
}

Format report_of(std::span<const std::string> headers) {
  std::vector<std::string> names;
  for (const auto& header : headers) names.push_back(report_header(header));
  for (const Mark& mark : marks) {
    const ReportLayout& layout = layout_of(mark.format);
    const bool all = std::ranges::all_of(mark.headers, [&](std::string_view wanted) {
      if (wanted.empty() || std::ranges::find(names, wanted) != names.end()) return true;
      return std::ranges::any_of(layout.names, [&](const ColumnName& other) {
        return other.column == wanted && std::ranges::find(names, other.written) != names.end();
      });
    });
    if (all) return mark.format;
  }
  int territories = 0;
  for (const auto& header : headers) {
    std::string upper(header);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    territories += upper.size() == 2 && territory_of(upper).has_value();
  }
  const bool by_isrc = std::ranges::find(names, "isrc") != names.end();
  return by_isrc && territories >= static_cast<int>(matrix_columns_min)
             ? Format::service_availability
             : Format::unknown;
}

std::vector<size_t> territory_columns(const table::TableRow& header) {
  std::vector<size_t> out;
  for (size_t i = 0; i < header.cells.size(); ++i) {
    const auto territory = territory_of(header.cells[i]);
    if (territory) out.push_back(i);
  }
  if (out.size() < matrix_columns_min) out.clear();
  return out;
}

}  // namespace umikoe::formats::services
