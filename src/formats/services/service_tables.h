#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "formats/findings.h"
#include "formats/services/service_report.h"
#include "formats/table/cells.h"

namespace umikoe::formats::services {

// The rows of one export while they are read.
class ServiceTable {
 public:
  ServiceTable(Format format, ReportDay day) : format_(format), day_(day) {}

  Result<void> row(const table::TableRow& row);
  ServiceReportResult finish(Result<void> read);

 private:
  void begin(const table::TableRow& header);
  void asset(table::Cells& cells);
  void claim(table::Cells& cells);
  void views(table::Cells& cells);
  void apple(table::Cells& cells);
  void availability(table::Cells& cells, const table::TableRow& row);
  // What one cell says of a territory or of a list of them.
  void see(table::Cells& cells, const catalogue::Party& service, std::string_view written,
           std::string_view column, const std::vector<TerritoryCode>& territories);
  std::vector<TerritoryCode> territories(table::Cells& cells, std::string_view column);
  std::optional<std::vector<std::string>> owned(table::Cells& cells);
  std::string uploader(table::Cells& cells);
  Date day_of(table::Cells& cells);
  void gather_views();

  Format format_;
  ReportDay day_;
  bool day_used_ = false;
  std::optional<table::Columns> columns_;
  std::vector<std::pair<size_t, TerritoryCode>> matrix_;
  Findings findings_;
  std::vector<Error> errors_;
  ServiceReport contents_;
  // Views of one month: an export has a line for every day and kind of viewer.
  using ViewKey = std::tuple<std::string, std::string, std::string, std::string, bool, Date>;
  struct MonthOfViews {
    Date first;
    Date last;
    std::map<std::string, int64_t> there;
  };
  std::map<ViewKey, MonthOfViews> months_;
  int64_t view_cells_ = 0;
};

}  // namespace umikoe::formats::services
