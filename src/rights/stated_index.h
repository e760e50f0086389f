#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/identifiers.h"

namespace umikoe::rights {

struct Statement;

// Where a statement has a recording: a release of it, and one of that release's assets.
struct StatedPlace {
  Isrc isrc;
  uint32_t release = 0;
  uint32_t asset = 0;
};

// Which releases of a statement have a recording and which deals name a release, so that one
// recording of a message with tens of thousands costs no walk through all of it. As large as the
// statement's assets and references, never as their product. It follows from the statement, so
// two are never told apart by it.
class StatedIndex {
 public:
  StatedIndex() = default;
  explicit StatedIndex(const Statement& statement);

  // In order of release, then asset; empty where the statement does not have the recording.
  std::span<const StatedPlace> places_of(const Isrc& isrc) const;
  // The deals that name the release, each once, in their order.
  std::span<const uint32_t> deals_of(uint32_t release) const;

  bool operator==(const StatedIndex&) const { return true; }

 private:
  std::vector<StatedPlace> places_;        // in order of recording, release and asset
  std::vector<uint32_t> name_of_release_;  // of each release: its place among distinct references
  std::vector<uint32_t> first_deal_;       // of each reference, and the end of the last
  std::vector<uint32_t> deals_;
};

}  // namespace umikoe::rights
