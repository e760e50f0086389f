#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace umikoe::formats::ddex {

// Watches the bytes on their way to the XML parser for a tag with so many attributes that the
// parser would take minutes over it: libxml2 compares each attribute with every other before it
// tells anybody how many there are. The precise limit is checked afterwards.
class TagGuard {
 public:
  // False once a tag holds far more attributes than limits::xml_attributes. The first bytes given
  // must be two at least, because they tell the width of a character.
  bool admits(std::string_view bytes);

 private:
  enum class State { text, opened, tag, single_quoted, double_quoted };

  void tell_width(std::string_view bytes);
  const char* skip(const char* at, const char* end);
  const char* skip_in_tag(const char* at, const char* end);
  bool admits_wide(std::string_view bytes);
  void step(uint16_t unit);

  bool begun_ = false;
  bool wide_ = false;  // UTF-16
  bool big_endian_ = false;
  int pending_ = -1;  // first byte of a unit whose second has not come yet
  State state_ = State::text;
  uint16_t last_ = 0;  // last unit that was not white space
  int64_t attributes_ = 0;
};

}  // namespace umikoe::formats::ddex
