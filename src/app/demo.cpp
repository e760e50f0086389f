#include "app/demo.h"

#include <set>

#include "app/demo/campaign_story.h"
#include "app/demo/demo_files.h"
#include "app/demo/desk.h"
#include "app/demo/translation_story.h"
#include "app/demo/wanted_story.h"

namespace umikoe::app {
namespace {

constexpr size_t shown_first = 5;

// Deliveries arrive in the morning of the demo's day, in Japan.
Instant received_at() { return {int64_t{demo::demo_as_of().days} * seconds_per_day}; }

std::string folder_of(const std::string& path) { return path.substr(0, path.find_last_of('/')); }

Result<size_t> write_deliveries(FileSink& sink, const std::string& folder) {
  const auto files = demo::demo_files(demo::tell());
  std::set<std::string> folders{folder};
  for (const auto& file : files) folders.insert(folder_of(folder + "/" + file.path));
  for (const auto& needed : folders) UMIKOE_TRY(sink.make_folder(needed));
  for (const auto& file : files) UMIKOE_TRY(sink.write(folder + "/" + file.path, file.bytes));
  return files.size();
}

// What no world of ours reads: a person imports it, or asks about it as it lies there.
Result<void> write_beside(FileSink& sink, const std::string& folder,
                          const std::vector<demo::DemoFile>& files) {
  UMIKOE_TRY(sink.make_folder(folder));
  for (const auto& file : files) UMIKOE_TRY(sink.write(folder + "/" + file.path, file.bytes));
  return {};
}

// A label's own world must not fill with invented recordings.
Result<void> mark_as_demo(WorldStore& store, const std::string& directory) {
  UMIKOE_TRY(const auto info, store.info());
  if (info.generation > 0 && !info.demo) {
    return fail("demo_needs_own_folder", {{"path", directory}});
  }
  if (info.demo) return {};
  return store.set_as_of(demo::demo_as_of(), true);
}

Result<void> none_rejected(const ImportReport& imported) {
  for (const auto& delivery : imported.deliveries) {
    if (delivery.status != "rejected") continue;
    const std::string code = delivery.errors.empty() ? "" : delivery.errors.front().code;
    return fail("demo_rejected", {{"path", delivery.path}, {"code", code}});
  }
  return {};
}

// What people enter by hand, once: made again, the demo finds it there.
Result<void> enter_by_hand(WorldStore& store) {
  UMIKOE_TRY(const auto log, store.edits());
  if (!log.empty()) return {};
  auto entries = demo::campaign_edits();
  const auto translations = demo::translation_edits();
  entries.insert(entries.end(), translations.begin(), translations.end());
  return store.append_edits(entries);
}

}  // namespace

Result<DemoReport> make_demo(WorldStore& store, const FileSource& source, FileSink& sink,
                             const std::string& directory, const DemoOptions& options) {
  DemoReport report;
  report.directory = directory;
  report.as_of = demo::demo_as_of();
  UMIKOE_TRY(mark_as_demo(store, directory));
  const std::string folder = directory + "/deliveries";
  UMIKOE_TRY(report.deliveries, write_deliveries(sink, folder));
  UMIKOE_TRY(write_beside(sink, directory + "/desk", demo::desk_files(demo::desk())));
  UMIKOE_TRY(write_beside(sink, directory + "/wanted", demo::wanted_files()));
  ImportOptions import;
  import.viewer = options.viewer;
  import.received_at = received_at();
  import.language = options.language;
  import.progress = options.progress;
  UMIKOE_TRY(const auto imported, import_files(store, source, {folder}, import));
  UMIKOE_TRY(none_rejected(imported));
  UMIKOE_TRY(enter_by_hand(store));
  UMIKOE_TRY(report.world, LoadedWorld::load(store, report.as_of));
  for (const auto& [isrc, card] : report.world->recordings()) {
    ++(card.kind == catalogue::RecordingKind::sound ? report.sound_recordings : report.videos);
  }
  GapQuestion question;
  question.limit = shown_first;
  UMIKOE_TRY(report.gap, gap(*report.world, question));
  return report;
}

}  // namespace umikoe::app
