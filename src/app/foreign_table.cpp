#include "app/foreign_table.h"

#include "app/file_reading.h"

namespace umikoe::app {

Result<ForeignTable> open_foreign_table(const std::function<Result<formats::ByteSource>()>& open,
                                        const TableMemory& memory, const MapOrder& order) {
  UMIKOE_TRY(auto file, formats::table::TableFile::open(open));
  UMIKOE_TRY(auto proposal, map_table(file, memory, order));
  return ForeignTable{std::move(file), std::move(proposal)};
}

Result<MapProposal> map_file(const FileSource& files, const std::string& path,
                             const TableMemory& memory, const MapOrder& order) {
  UMIKOE_TRY(const auto file,
             formats::table::TableFile::open([&] { return bytes_of(files, path); }));
  UMIKOE_TRY(auto proposal, map_table(file, memory, order));
  proposal.path = path;
  return proposal;
}

std::vector<Finding> how_it_was_read(const MapProposal& proposal) {
  const auto& table = proposal.table;
  const Where where{.file = {}, .line = table.header.first_line, .element = table.mapping.sheet};
  std::vector<Finding> findings;
  std::string columns;
  for (const auto& column : table.columns) {
    columns += (columns.empty() ? "" : ", ") + column.target + " = " +
               (column.header.empty() ? column.constant : column.header);
  }
  if (proposal.saved) {
    findings.push_back({"table_mapped",
                        {{"sender", proposal.saved->sender},
                         {"date", proposal.saved->made_at.to_string().substr(0, 10)},
                         {"by", proposal.saved->author}},
                        where});
  } else {
    findings.push_back(
        {"table_understood",
         {{"kind", std::string(formats::word(table.mapping.kind))}, {"columns", columns}},
         where});
  }
  std::string sheets;
  for (const auto& sheet : table.sheets_left) sheets += (sheets.empty() ? "" : ", ") + sheet;
  if (!sheets.empty()) findings.push_back({"sheets_not_read", {{"sheets", sheets}}, where});
  std::string unread;
  for (const auto& header : table.unused) unread += (unread.empty() ? "" : ", ") + header;
  if (!unread.empty()) findings.push_back({"columns_not_read", {{"headers", unread}}, where});
  return findings;
}

}  // namespace umikoe::app
