#pragma once

#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>

#include "rights/profiles/profile_book.h"

namespace umikoe::app {

// A world's answers, compiled as questions need them: what has been asked once is there for every
// day and territory after that. For any number of threads.
class CompiledAnswers {
 public:
  // The directory must outlive it.
  CompiledAnswers(const rights::PartyDirectory& parties, Date today);

  // The days there are compiled answers of.
  const rights::DayWindow& window() const { return window_; }
  // Gives the tables and the profile of each file, in order; both are valid within the call alone.
  void read(std::span<const rights::RecordingFile* const> files, rights::Use use,
            const std::function<void(const rights::ProfileTables&, std::span<const uint32_t>)>& by);

 private:
  using OfUses = std::array<std::optional<uint32_t>, rights::use_count>;

  rights::DayWindow window_;
  std::mutex compiling_;
  rights::ProfileBook book_;
  std::map<Isrc, OfUses> profiles_;
};

}  // namespace umikoe::app
