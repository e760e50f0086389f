#pragma once

#include "formats/table/joined_rows.h"

namespace umikoe::formats::table {

// A catalogue for tests of rows without ISRCs: A-1 is one recording, number 1 and "One"; B-2 two,
// "One" and "Two", tracks 1 and 2.
inline NumbersSource test_numbers() {
  static const catalogue::RecordingNumbers numbers = [] {
    catalogue::Contents contents;
    const auto add = [&](const char* isrc, const char* title, const char* id) {
      catalogue::Recording recording;
      recording.isrc = Isrc::parse(isrc);
      recording.reference = isrc;
      recording.titles = {{.text = title}};
      recording.own_ids = {id};
      contents.recordings.push_back(std::move(recording));
    };
    add("JPZZ02600001", "One", "1");
    add("JPZZ02600002", "One", "2");
    add("JPZZ02600003", "Two", "3");
    catalogue::Release single;
    single.ids.catalogue_number = "A-1";
    single.resource_references = {"JPZZ02600001"};
    catalogue::Release album;
    album.ids.catalogue_number = "B-2";
    album.ids.icpns = {"04900000000016"};
    album.resource_references = {"JPZZ02600002", "JPZZ02600003"};
    album.track_numbers = {1, 2};
    contents.releases = {single, album};
    catalogue::RecordingNumbers made;
    made.add(contents);
    return made;
  }();
  return []() -> Result<const catalogue::RecordingNumbers*> { return &numbers; };
}

}  // namespace umikoe::formats::table
