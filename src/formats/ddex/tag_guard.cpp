#include "formats/ddex/tag_guard.h"

#include <array>
#include <cstring>

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

inline void TagGuard::step(uint16_t unit) {
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

// Inside a tag only its end and the quotes matter, and of what stands before a quote its last unit.
const char* TagGuard::skip_in_tag(const char* at, const char* end) {
  static constexpr auto stops = [] {
    std::array<bool, 256> table{};
    table['>'] = table['"'] = table['\''] = true;
    return table;
  }();
  const char* const begin = at;
  while (at != end && !stops[static_cast<unsigned char>(*at)]) ++at;
  const char* before = at;
  while (before != begin && is_white(static_cast<unsigned char>(before[-1]))) --before;
  if (before != begin) last_ = static_cast<unsigned char>(before[-1]);
  return at;
}

// Most bytes are text between tags or values between quotes, where only one character matters.
const char* TagGuard::skip(const char* at, const char* end) {
  if (state_ == State::tag) return skip_in_tag(at, end);
  if (state_ == State::opened) return at;
  const char sought = state_ == State::text ? '<' : state_ == State::double_quoted ? '"' : '\'';
  const void* found = std::memchr(at, sought, static_cast<size_t>(end - at));
  return found ? static_cast<const char*>(found) : end;
}

bool TagGuard::admits(std::string_view bytes) {
  if (!begun_ && !bytes.empty()) tell_width(bytes);
  if (wide_) return admits_wide(bytes);
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while ((at = skip(at, end)) != end) {
    step(static_cast<unsigned char>(*at++));
    if (attributes_ > attributes_admitted) return false;
  }
  return true;
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
