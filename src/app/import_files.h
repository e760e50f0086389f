#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/caption_delivery.h"
#include "app/delivery_report.h"
#include "app/in_order.h"
#include "app/ports.h"

namespace umikoe::app {

struct ImportOptions {
  access::Viewer viewer;
  Instant received_at;
  messages::Language language = messages::Language::en;
  std::string table_sender = {};  // whose saved mapping reads tables; empty: told by headers
  std::string table_sheet = {};   // of a workbook, as the mapping names it; empty: the first
  // What a person says of a file of captions.
  CaptionNaming captions = {};
  // Told before each file: its number from 1, how many there are, its path.
  std::function<void(size_t, size_t, const std::string&)> progress;
  InOrder in_order = one_by_one;  // how files are looked at ahead of their turn
};

// Reads every file at the paths into the world, in their order: formats by content, one transaction
// per file, nothing of a broken one. Fails only where the world or a path itself cannot be used;
// what is wrong in a file is in its report.
Result<ImportReport> import_files(WorldStore& store, const FileSource& files,
                                  const std::vector<std::string>& paths,
                                  const ImportOptions& options);

}  // namespace umikoe::app
