#include "app/import_files.h"

#include <atomic>
#include <optional>
#include <utility>

#include "app/file_import.h"

namespace umikoe::app {
namespace {

// Each file is looked at ahead of its turn, and taken in when those before it are on file.
Result<std::vector<DeliveryReport>> import_in_order(WorldStore& store, const FileSource& files,
                                                    const std::vector<std::string>& paths,
                                                    const ImportOptions& options) {
  std::vector<std::optional<PreparedFile>> prepared(paths.size());
  std::vector<DeliveryReport> deliveries;
  std::optional<Error> stopped;
  // After a file that is on file already the next ones mostly are too, and are not read for
  // nothing.
  std::atomic<bool> news = paths.size() > 1 && !options.captions.expected;
  const auto prepare = [&](size_t i) { prepared[i] = prepare_file(files, paths[i], news); };
  const auto apply = [&](size_t i) {
    if (options.progress) options.progress(i + 1, paths.size(), paths[i]);
    auto delivery = import_file(store, files, *std::exchange(prepared[i], {}), options, false);
    if (delivery) {
      if (!options.captions.expected) news = delivery->status != "unchanged";
      deliveries.push_back(std::move(*delivery));
    } else {
      stopped = std::move(delivery).error();
    }
    return !stopped;
  };
  options.in_order(paths.size(), prepare, apply);
  if (stopped) return std::unexpected(std::move(*stopped));
  return deliveries;
}

}  // namespace

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
  UMIKOE_TRY(report.deliveries, import_in_order(store, files, all, options));
  // Tables that name recordings by number come last, so that the order of the files says nothing.
  for (size_t i = 0; i < all.size(); ++i) {
    if (report.deliveries[i].status != "deferred") continue;
    const PreparedFile again{all[i], identify(files, all[i]), {}};
    UMIKOE_TRY(report.deliveries[i], import_file(store, files, again, options, true));
  }
  return report;
}

}  // namespace umikoe::app
