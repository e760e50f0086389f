#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace umikoe {

// Every bound on outside data, once. The same table makes docs/limits.md and the error sentence.
struct Limit {
  std::string_view name;
  int64_t value;
  std::string_view unit;
};

namespace limits {
inline constexpr int64_t kib = 1024;
inline constexpr int64_t mib = 1024 * kib;
inline constexpr int64_t gib = 1024 * mib;

inline constexpr Limit http_header_bytes{"http_header_bytes", 16 * kib, "bytes"};
inline constexpr Limit http_header_seconds{"http_header_seconds", 10, "seconds"};
inline constexpr Limit http_target_bytes{"http_target_bytes", 8 * kib, "bytes"};
inline constexpr Limit http_query_parameters{"http_query_parameters", 32, "parameters"};
inline constexpr Limit http_connections{"http_connections", 512, "connections"};
inline constexpr Limit http_idle_seconds{"http_idle_seconds", 60, "seconds"};
inline constexpr Limit http_write_seconds{"http_write_seconds", 30, "seconds"};
inline constexpr Limit http_body_seconds{"http_body_seconds", 10, "seconds"};
inline constexpr Limit json_body_bytes{"json_body_bytes", 1 * mib, "bytes"};
inline constexpr Limit upload_bytes{"upload_bytes", 2 * gib, "bytes"};
inline constexpr Limit upload_seconds{"upload_seconds", 1800, "seconds"};
inline constexpr Limit uploads_at_once{"uploads_at_once", 8, "files"};
inline constexpr Limit uploads_waiting{"uploads_waiting", 500, "files"};
inline constexpr Limit upload_name_bytes{"upload_name_bytes", 240, "bytes"};
inline constexpr Limit disk_reserve_bytes{"disk_reserve_bytes", 256 * mib, "bytes"};
inline constexpr Limit gzip_expansion{"gzip_expansion", 100, "times"};
inline constexpr Limit gzip_expanded_bytes{"gzip_expanded_bytes", 20 * gib, "bytes"};
inline constexpr Limit xml_depth{"xml_depth", 64, "elements"};
inline constexpr Limit xml_text_bytes{"xml_text_bytes", 1 * mib, "bytes"};
inline constexpr Limit xml_attributes{"xml_attributes", 64, "attributes"};
inline constexpr Limit xml_composite_bytes{"xml_composite_bytes", 64 * mib, "bytes"};
inline constexpr Limit table_cell_bytes{"table_cell_bytes", 64 * kib, "bytes"};
inline constexpr Limit table_columns{"table_columns", 1024, "columns"};
inline constexpr Limit table_header_rows{"table_header_rows", 30, "rows"};
inline constexpr Limit table_questions{"table_questions", 100, "questions"};
inline constexpr Limit recordings_per_number{"recordings_per_number", 1'000, "recordings"};
inline constexpr Limit xlsx_file_bytes{"xlsx_file_bytes", 512 * mib, "bytes"};
inline constexpr Limit xlsx_parts{"xlsx_parts", 10'000, "parts"};
inline constexpr Limit xlsx_rows{"xlsx_rows", 1'048'576, "rows"};
inline constexpr Limit xlsx_text_bytes{"xlsx_text_bytes", 512 * mib, "bytes"};
inline constexpr Limit xlsx_strings{"xlsx_strings", 10'000'000, "texts"};
inline constexpr Limit xlsx_styles{"xlsx_styles", 100'000, "styles"};
inline constexpr Limit xlsx_merged_bytes{"xlsx_merged_bytes", 16 * mib, "bytes"};
inline constexpr Limit dsr_line_bytes{"dsr_line_bytes", 1 * mib, "bytes"};
inline constexpr Limit dsr_block_records{"dsr_block_records", 1'000'000, "records"};
inline constexpr Limit dsr_block_bytes{"dsr_block_bytes", 256 * mib, "bytes"};
inline constexpr Limit dsr_block_ids{"dsr_block_ids", 20'000'000, "ids"};
inline constexpr Limit dsr_contexts{"dsr_contexts", 1'000'000, "contexts"};
inline constexpr Limit first_answer_rows{"first_answer_rows", 2'000'000, "rows"};
inline constexpr Limit json_depth{"json_depth", 32, "levels"};
inline constexpr Limit json_value_bytes{"json_value_bytes", 4 * mib, "bytes"};
inline constexpr Limit videos_per_file{"videos_per_file", 1'000'000, "videos"};
inline constexpr Limit views_per_file{"views_per_file", 2'000'000, "cells"};
inline constexpr Limit chart_rows_per_day{"chart_rows_per_day", 100'000, "rows"};
inline constexpr Limit findings_kept{"findings_kept", 200, "findings"};
inline constexpr Limit errors_kept{"errors_kept", 50, "errors"};
inline constexpr Limit folder_depth{"folder_depth", 32, "folders"};
inline constexpr Limit deals_per_message{"deals_per_message", 5'000'000, "deals"};
inline constexpr Limit edit_text_bytes{"edit_text_bytes", 4 * kib, "bytes"};
inline constexpr Limit return_file_bytes{"return_file_bytes", 1 * mib, "bytes"};
inline constexpr Limit caption_file_bytes{"caption_file_bytes", 64 * mib, "bytes"};
inline constexpr Limit cue_count_max{"cue_count_max", 1'000'000, "cues"};
inline constexpr Limit cue_text_bytes{"cue_text_bytes", 16 * mib, "bytes"};
inline constexpr Limit cue_text_depth{"cue_text_depth", 256, "levels"};
inline constexpr Limit caption_tags{"caption_tags", 1000, "tags"};
inline constexpr Limit caption_tag_bytes{"caption_tag_bytes", 64 * kib, "bytes"};
inline constexpr Limit translation_file_units{"translation_file_units", 200'000, "units"};
inline constexpr Limit translation_file_bytes{"translation_file_bytes", 64 * mib, "bytes"};
inline constexpr Limit machine_answer_bytes{"machine_answer_bytes", 8 * mib, "bytes"};
inline constexpr Limit machine_seconds{"machine_seconds", 30, "seconds"};

inline constexpr Limit panel_units{"panel_units", 1'000, "units"};
inline constexpr Limit panel_times{"panel_times", 1'000, "times"};
inline constexpr Limit predictors_spec_bytes{"predictors_spec_bytes", 1 * mib, "bytes"};
inline constexpr Limit name_bytes{"name_bytes", 8 * kib, "bytes"};
inline constexpr Limit link_rows{"link_rows", 1'000'000, "rows"};

inline constexpr Limit forecast_rows{"forecast_rows", 5'000'000, "rows"};
inline constexpr Limit forecast_origins{"forecast_origins", 200, "days"};
inline constexpr Limit presence_rows{"presence_rows", 1'000'000, "rows"};
inline constexpr Limit presence_territories{"presence_territories", 400, "territories"};
inline constexpr Limit plan_actions{"plan_actions", 20'000, "actions"};
inline constexpr Limit plan_rules{"plan_rules", 1'000, "rules"};

inline constexpr std::array all{
    http_header_bytes,   http_header_seconds, json_body_bytes,   upload_bytes,
    gzip_expansion,      gzip_expanded_bytes, xml_depth,         xml_text_bytes,
    xml_attributes,      table_cell_bytes,    table_columns,     dsr_line_bytes,
    findings_kept,       errors_kept,         folder_depth,      deals_per_message,
    json_depth,          json_value_bytes,    videos_per_file,   views_per_file,
    dsr_block_bytes,     dsr_block_ids,       dsr_contexts,      first_answer_rows,
    xml_composite_bytes, dsr_block_records,   chart_rows_per_day, table_header_rows,
    recordings_per_number, table_questions,   xlsx_file_bytes,     xlsx_parts,        xlsx_rows,
    xlsx_text_bytes,     xlsx_strings,        xlsx_styles,       xlsx_merged_bytes,
    http_target_bytes,   http_query_parameters, http_connections, http_idle_seconds,
    http_write_seconds,  http_body_seconds,   upload_seconds,    uploads_at_once,
    uploads_waiting,     upload_name_bytes,   disk_reserve_bytes,
    caption_file_bytes,  cue_count_max,       cue_text_bytes,    cue_text_depth,
    caption_tags,        caption_tag_bytes,
    edit_text_bytes,     return_file_bytes,   name_bytes,          link_rows,
    translation_file_units, translation_file_bytes, machine_answer_bytes, machine_seconds,
    panel_units,         panel_times,         predictors_spec_bytes, plan_actions, plan_rules,
    forecast_rows,       forecast_origins,    presence_rows,       presence_territories};
}  // namespace limits

}  // namespace umikoe
