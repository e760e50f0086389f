#pragma once

#include <string>
#include <string_view>

namespace umikoe::formats::ddex::testing {

// A message made large: its recordings, track releases and deals so many times over, with the
// references, ISRCs and release ids of each copy renumbered; everything else stands once. The same
// sample and number give the same bytes.
std::string enlarged(std::string_view sample, int copies);

}  // namespace umikoe::formats::ddex::testing
