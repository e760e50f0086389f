#include "app/import_files.h"

#include "app/file_import.h"

namespace umikoe::app {

bool ImportReport::any_rejected() const {
  for (const auto& delivery : deliveries) {
    if (delivery.status == "rejected") return true;
  }
  return false;
}

Result<ImportReport> import_files(WorldStore& store, const FileSource& files,
                                  const std::vector<std::string>& paths,
                                  const ImportOptions& options) {
  if (!options.viewer.may_write()) return fail("not_allowed");
  std::vector<std::string> all;
  for (const auto& path : paths) {
    UMIKOE_TRY(auto found, files.files_at(path));
    all.insert(all.end(), found.begin(), found.end());
  }
  ImportReport report;
  for (size_t i = 0; i < all.size(); ++i) {
    if (options.progress) options.progress(i + 1, all.size(), all[i]);
    UMIKOE_TRY(auto delivery, import_file(store, files, all[i], options, false));
    report.deliveries.push_back(std::move(delivery));
  }
  // Tables that name recordings by number come last, so that the order of the files says nothing.
  for (size_t i = 0; i < all.size(); ++i) {
    if (report.deliveries[i].status != "deferred") continue;
    UMIKOE_TRY(report.deliveries[i], import_file(store, files, all[i], options, true));
  }
  return report;
}

}  // namespace umikoe::app
