#pragma once

#include <map>
#include <span>

#include "app/loaded_world.h"

namespace umikoe::app {

// How people know each recording: what the latest delivery that names it displays, and in Latin
// letters, where no delivery has them, what a person approved.
std::map<Isrc, RecordingCard> recording_cards(std::span<const DeliveredContents> contents,
                                              std::span<const GivenName> names,
                                              std::span<const edits::Edit> edits);

}  // namespace umikoe::app
