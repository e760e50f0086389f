#include "formats/ddex/tag_guard.h"

#include <algorithm>

#include "base/limits.h"

namespace umikoe::formats::ddex {
namespace {

// Comments may look like tags; this much room keeps every real one out of suspicion.
constexpr int64_t attributes_admitted = 16 * limits::xml_attributes.value;

bool is_white(uint16_t unit) { return unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n'; }

}  // namespace

void TagGuard::tell_width(std::string_view bytes) {
  begun_ = true;
  const std::string_view first = bytes.substr(0, 2);
  big_endian_ = first == "\xfe\xff" || first == std::string_view("\0<", 2);
  wide_ = big_endian_ || first == "\xff\xfe" || first == std::string_view("<\0", 2);
}

void TagGuard::step(uint16_t unit) {
  switch (state_) {
    case State::text:
      if (unit == '<') state_ = State::opened;
      break;
    case State::opened:
      // Comments, declarations and end tags have no attributes that libxml2 would compare.
      attributes_ = 0;
      state_ =
          unit == '!' || unit == '?' || unit == '/' || is_white(unit) ? State::text : State::tag;
      break;
    case State::tag:
      if (unit == '>') {
        state_ = State::text;
      } else if ((unit == '"' || unit == '\'') && last_ == '=') {
        ++attributes_;
        state_ = unit == '"' ? State::double_quoted : State::single_quoted;
      }
      break;
    case State::single_quoted:
      if (unit == '\'') state_ = State::tag;
      break;
    case State::double_quoted:
      if (unit == '"') state_ = State::tag;
      break;
  }
  if (!is_white(unit)) last_ = unit;
}

// Most bytes are text between tags or values between quotes, where only one character matters.
size_t TagGuard::uninteresting(std::string_view bytes) const {
  size_t at = 0;
  if (state_ == State::text) at = bytes.find('<');
  if (state_ == State::double_quoted) at = bytes.find('"');
  if (state_ == State::single_quoted) at = bytes.find('\'');
  return std::min(at, bytes.size());
}

bool TagGuard::admits(std::string_view bytes) {
  if (!begun_ && !bytes.empty()) tell_width(bytes);
  if (wide_) return admits_wide(bytes);
  while (true) {
    bytes.remove_prefix(uninteresting(bytes));
    if (bytes.empty()) return true;
    step(static_cast<unsigned char>(bytes.front()));
    if (attributes_ > attributes_admitted) return false;
    bytes.remove_prefix(1);
  }
}

bool TagGuard::admits_wide(std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (pending_ < 0) {
      pending_ = byte;
    } else {
      step(static_cast<uint16_t>(big_endian_ ? pending_ << 8 | byte : byte << 8 | pending_));
      pending_ = -1;
    }
    if (attributes_ > attributes_admitted) return false;
  }
  return true;
}

}  // namespace umikoe::formats::ddex
