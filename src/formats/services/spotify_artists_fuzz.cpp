#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/services/spotify_artists.h"

// The first byte chooses the layout and the size of the pieces; what is read may not depend on the
// pieces, and every row of songs is one song.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  using formats::Format;
  static constexpr std::array kinds = {Format::spotify_timeline, Format::spotify_songs,
                                       Format::spotify_playlists};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Format kind = kinds[data[0] % kinds.size()];
  const auto read = [&](size_t piece) {
    return formats::services::read_spotify_artists(kind, formats::from_memory(bytes, piece));
  };
  const auto whole = read(64 * 1024);
  const auto pieces = read(size_t{data[0]} / kinds.size() + 1);
  UMIKOE_ASSERT(whole.has_value() == pieces.has_value());
  if (!whole) {
    UMIKOE_ASSERT(whole.error() == pieces.error());
    return 0;
  }
  UMIKOE_ASSERT(whole->counts.rows == pieces->counts.rows && whole->streams == pieces->streams);
  UMIKOE_ASSERT(whole->songs == pieces->songs);
  const bool songs = kind == Format::spotify_songs;
  UMIKOE_ASSERT(std::ssize(whole->songs) == (songs ? whole->counts.rows : 0));
  UMIKOE_ASSERT(whole->counts.territories.empty());
  return 0;
}
