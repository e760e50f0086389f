#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/contents.h"

namespace umikoe::catalogue {

// What papers without ISRCs call recordings by.
enum class NumberKind { catalogue_number, icpn, own_id };

// A recording as one of those numbers finds it.
struct NumberedRecording {
  Isrc isrc;
  int32_t track = 0;  // as stated; 0 where nothing states it or documents differ
  std::vector<std::string> titles;
};

struct NamedRecordings {
  std::vector<NumberedRecording> recordings;  // in order of ISRC; empty: the number is not on file
  // Releases of different ICPNs and with different recordings bear the number.
  bool several_releases = false;
};

// The numbers the documents on file give to recordings. Any order of adding gives the same.
class RecordingNumbers {
 public:
  void add(const Contents& contents);
  // Numbers meet without their spaces, hyphens, widths and case; ICPNs padded to 14.
  NamedRecordings find(NumberKind kind, std::string_view number) const;
  bool empty() const { return by_number_.empty(); }

 private:
  struct Track {
    int32_t number = 0;
    bool differs = false;
    std::vector<std::string> titles;
  };
  using Tracks = std::map<Isrc, Track>;
  using Key = std::pair<NumberKind, std::string>;
  static void note(Track& track, int32_t number, const Recording& recording);

  // Of one number the recordings of each release that bears it, by the release's ICPNs.
  std::map<Key, std::map<std::string, Tracks>> by_number_;
};

// A number as numbers meet; empty where nothing of it is left.
std::string number_key(NumberKind kind, std::string_view number);

}  // namespace umikoe::catalogue
