#include "app/compiled_answers.h"

#include <vector>

namespace umikoe::app {

CompiledAnswers::CompiledAnswers(const rights::PartyDirectory& parties, Date today)
    : window_(rights::usual_window(today)), book_(parties, today, window_) {}

void CompiledAnswers::read(
    std::span<const rights::RecordingFile* const> files, rights::Use use,
    const std::function<void(const rights::ProfileTables&, std::span<const uint32_t>)>& by) {
  const std::lock_guard lock(compiling_);
  std::vector<uint32_t> profiles;
  profiles.reserve(files.size());
  for (const rights::RecordingFile* file : files) {
    auto& profile = profiles_[file->isrc][static_cast<size_t>(use)];
    if (!profile) profile = book_.profile_of(*file, use);
    profiles.push_back(*profile);
  }
  by(book_.tables(), profiles);
}

}  // namespace umikoe::app
