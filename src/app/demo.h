#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/gap.h"
#include "app/import_files.h"

namespace umikoe::app {

struct DemoOptions {
  access::Viewer viewer;
  messages::Language language = messages::Language::en;
  // Told before each file that is imported: its number from 1, how many there are, its path.
  std::function<void(size_t, size_t, const std::string&)> progress;
};

// What was made, and the first answer: the five gaps worth most.
struct DemoReport {
  std::string directory;
  Date as_of;
  size_t deliveries = 0;
  int64_t sound_recordings = 0;
  int64_t videos = 0;
  GapReport gap;
  std::unique_ptr<LoadedWorld> world;
};

// Writes the deliveries of a label group that does not exist below `directory`/deliveries and
// imports them as anybody's would be. Time stands still on the demo's day, so the same world comes
// out whenever it is made; made again, nothing changes. Errors: demo_needs_own_folder,
// demo_rejected, those of importing.
Result<DemoReport> make_demo(WorldStore& store, const FileSource& source, FileSink& sink,
                             const std::string& directory, const DemoOptions& options);

std::string demo_json(const DemoReport& report);
std::string demo_text(const DemoReport& report, messages::Language language);
// The line above every screen of a demo world; empty for any other world.
std::string demo_banner(const WorldInfo& info, messages::Language language);

}  // namespace umikoe::app
