#pragma once

#include <string>
#include <vector>

#include "app/demo/observation_text.h"

// The desk of a second, small label that does not exist: twelve files of the kinds people really
// hold, to be imported by hand. Tests change its tables (other headers, other columns, other
// encodings) and must get the same answers.
namespace umikoe::app::demo {

enum class DeskFormat { workbook, csv, csv_cp932 };

struct DeskTable {
  std::string file;  // name without its ending
  DeskFormat format = DeskFormat::csv;
  std::vector<std::string> titles = {};  // lines above the table, of a workbook
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> rows;
};

struct Desk {
  std::vector<DeskTable> tables;
  std::vector<DemoFile> others;  // of fixed layouts: a sales report, answers of services
};

Desk desk();
// As the twelve lie on the desk, in order of their names.
std::vector<DemoFile> desk_files(const Desk& desk);
DemoFile desk_file(const DeskTable& table);

// The parts of desk().
DeskTable desk_catalogue();
DeskTable desk_deliveries();
DeskTable desk_ledger();
DeskTable desk_availability();
DeskTable desk_statement_in_yen();
DeskTable desk_statement_in_dollars();
DeskTable desk_apple();
DeskTable desk_assets();
DeskTable desk_claims();
DeskTable desk_views();
DemoFile desk_sales_report();
DemoFile desk_videos();

// Recordings 1 to 40 and videos 1 to 10; ISRCs of a registrant that does not exist.
inline constexpr int desk_recordings = 40;
inline constexpr int desk_videos_owned = 10;
std::string desk_isrc(int number);
std::string desk_video_isrc(int number);
std::string desk_title(int number);

// A comma-separated table; cells are quoted where they must be.
std::string desk_csv(const std::vector<std::vector<std::string>>& rows);
// Text of UTF-8 as offices in Japan save it from their spreadsheets.
std::string to_cp932(const std::string& utf8);

}  // namespace umikoe::app::demo
