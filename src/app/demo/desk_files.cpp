#include <iconv.h>

#include <algorithm>

#include "app/demo/desk.h"
#include "base/result.h"
#include "formats/xlsx/plain_workbook.h"

namespace umikoe::app::demo {
namespace {

std::vector<std::vector<std::string>> with_headers(const DeskTable& table) {
  std::vector<std::vector<std::string>> rows{table.headers};
  rows.insert(rows.end(), table.rows.begin(), table.rows.end());
  return rows;
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string desk_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + quoted(row[i]);
    out += "\r\n";
  }
  return out;
}

std::string to_cp932(const std::string& utf8) {
  const iconv_t handle = iconv_open("CP932", "UTF-8");
  UMIKOE_ASSERT(handle != reinterpret_cast<iconv_t>(-1));
  std::string in = utf8;
  std::string out(utf8.size() * 2, '\0');
  char* from = in.data();
  char* to = out.data();
  size_t left = in.size();
  size_t room = out.size();
  const size_t changed = iconv(handle, &from, &left, &to, &room);
  iconv_close(handle);
  UMIKOE_ASSERT(changed != static_cast<size_t>(-1) && left == 0);
  out.resize(out.size() - room);
  return out;
}

DemoFile desk_file(const DeskTable& table) {
  if (table.format == DeskFormat::workbook) {
    return {table.file + ".xlsx",
            formats::xlsx::plain_workbook(
                {.name = "Sheet1", .titles = table.titles, .rows = with_headers(table)})};
  }
  const std::string text = desk_csv(with_headers(table));
  return {table.file + ".csv", table.format == DeskFormat::csv_cp932 ? to_cp932(text) : text};
}

Desk desk() {
  return {.tables = {desk_catalogue(), desk_deliveries(), desk_ledger(), desk_statement_in_yen(),
                     desk_statement_in_dollars(), desk_assets(), desk_claims(), desk_views(),
                     desk_apple(), desk_availability()},
          .others = {desk_sales_report(), desk_videos()}};
}

std::vector<DemoFile> desk_files(const Desk& desk) {
  std::vector<DemoFile> files = desk.others;
  for (const DeskTable& table : desk.tables) files.push_back(desk_file(table));
  std::ranges::sort(files, {}, &DemoFile::path);
  return files;
}

}  // namespace umikoe::app::demo
