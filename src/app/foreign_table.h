#pragma once

#include <functional>
#include <string>

#include "app/map_table.h"
#include "formats/table/table_file.h"

namespace umikoe::app {

// A table of somebody else on its way in, and how it will be read.
struct ForeignTable {
  formats::table::TableFile file;
  MapProposal proposal;
};
Result<ForeignTable> open_foreign_table(const std::function<Result<formats::ByteSource>()>& open,
                                        const TableMemory& memory, const MapOrder& order);

// The same for a file of the user's machine: what `import --map` shows, before anything is kept.
Result<MapProposal> map_file(const FileSource& files, const std::string& path,
                             const TableMemory& memory, const MapOrder& order);

// What the delivery report says about it: whose mapping was used, or what its headers were taken
// for.
std::vector<Finding> how_it_was_read(const MapProposal& proposal);

}  // namespace umikoe::app
