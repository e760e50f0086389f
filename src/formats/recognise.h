#pragma once

#include <string_view>

namespace umikoe::formats {

// What a file is, judged by its first bytes, never by its name.
enum class Format {
  unknown,
  empty,
  ern,
  ern_purge,
  other_xml,  // XML of another standard (MEAD, PIE, XSD …): named, not read
  dsr,
  table_recordings,  // our CSV kinds, told apart by their headers; docs/formats.md
  table_names,
  table_licences,
  table_sightings,
  table_parties,
  chart_kworb_daily,
  chart_top50_playlist,
  table_unknown  // a table whose headers are not known
};
std::string_view word(Format format);

// `head` is up to 64 KiB of decompressed bytes.
Format recognise(std::string_view head);

}  // namespace umikoe::formats
