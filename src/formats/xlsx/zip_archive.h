#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "formats/byte_source.h"

namespace umikoe::formats::xlsx {

// The parts of a ZIP archive held in memory. Its directory is judged before anything is expanded:
// how many parts there are, what they claim to grow to, whether they are encrypted.
class ZipArchive {
 public:
  // Errors: zip_broken, xlsx_encrypted, limit_exceeded.
  static Result<ZipArchive> open(std::shared_ptr<const std::string> bytes);

  bool has(std::string_view part) const { return sizes_.contains(part); }
  // The expanded bytes of one part; ends with zip_broken where they are damaged or are more than
  // the directory says.
  Result<ByteSource> part(std::string_view name) const;

 private:
  struct State;
  struct Part {
    uint64_t index = 0;
    int64_t bytes = 0;
  };

  std::shared_ptr<State> state_;
  std::map<std::string, Part, std::less<>> sizes_;
};

}  // namespace umikoe::formats::xlsx
