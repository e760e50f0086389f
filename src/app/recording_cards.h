#pragma once

#include <map>
#include <span>

#include "app/loaded_world.h"

namespace umikoe::app {

// How people know each recording: what the latest delivery that names it displays.
std::map<Isrc, RecordingCard> recording_cards(std::span<const DeliveredContents> contents,
                                              std::span<const GivenName> names);

}  // namespace umikoe::app
