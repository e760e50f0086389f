#pragma once

#include <cstdint>
#include <string_view>

#include "formats/ddex/vocabulary.h"

namespace umikoe::formats::ddex {

// The name of an element or attribute as a number, since names are compared at every step of a
// reading. Names of the vocabulary have the same number in every message and are written as they
// stand there, child("ResourceReference"): a misspelt one does not compile. Any other name gets its
// number from the NameTable of its message.
class Name {
 public:
  constexpr Name() = default;  // no name
  consteval Name(const char* text) : number_(vocabulary::number_of(text)) {
    if (number_ == 0) throw "not a name of the vocabulary";
  }
  static constexpr Name numbered(uint32_t number) {
    Name name;
    name.number_ = number;
    return name;
  }

  constexpr uint32_t number() const { return number_; }
  constexpr bool is_ern3_element() const { return number_ < vocabulary::ern3_end; }
  constexpr bool is_ern4_element() const { return number_ < vocabulary::ern4_end; }
  bool operator==(const Name&) const = default;

 private:
  uint32_t number_ = 0;
};

}  // namespace umikoe::formats::ddex
