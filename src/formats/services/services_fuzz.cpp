#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "formats/services/service_report.h"

// The first byte chooses the kind of export and the size of the pieces; neither what is read nor
// that it fails may depend on the pieces.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  using formats::Format;
  static constexpr std::array kinds = {Format::youtube_videos,      Format::youtube_assets,
                                       Format::youtube_claims,      Format::youtube_conflicts,
                                       Format::youtube_views,       Format::apple_catalogue,
                                       Format::service_availability};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Format kind = kinds[data[0] % kinds.size()];
  const formats::services::ReportDay day{*umikoe::Date::parse("2026-11-15"), true};
  const auto read = [&](size_t piece) {
    const auto source = formats::from_memory(bytes, piece);
    return kind == Format::youtube_videos
               ? formats::services::read_youtube_videos(source, day)
               : formats::services::read_service_table(kind, source, day);
  };
  const auto whole = read(64 * 1024);
  const auto pieces = read(size_t{data[0]} / kinds.size() + 1);
  UMIKOE_ASSERT(whole.errors == pieces.errors);
  UMIKOE_ASSERT(whole.contents.videos == pieces.contents.videos);
  UMIKOE_ASSERT(whole.contents.sightings == pieces.contents.sightings);
  UMIKOE_ASSERT(whole.contents.views == pieces.contents.views);
  UMIKOE_ASSERT(whole.contents.assets == pieces.contents.assets);
  if (!whole.errors.empty()) UMIKOE_ASSERT(whole.contents.videos.empty());
  UMIKOE_ASSERT(std::ssize(whole.errors) <= umikoe::limits::errors_kept.value + 1);
  for (const auto& views : whole.contents.views) {
    UMIKOE_ASSERT(views.first_day <= views.last_day && !views.there.empty());
  }
  return 0;
}
