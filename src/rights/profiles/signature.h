#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "rights/answer.h"

namespace umikoe::rights {

// Bytes that are equal where values are equal: numbers as they lie in memory, texts with lengths.
class Signature {
 public:
  template <class Number>
  requires std::is_trivially_copyable_v<Number>
  void add(const Number& number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  void add_text(std::string_view text) {
    add(text.size());
    bytes_.append(text);
  }
  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// What a statement says of one recording: statements that say the same, one after another, count
// as one. Its time is not part of it.
std::string stated_part(const Statement& statement, const Isrc& isrc,
                        const PartyDirectory& parties);

// Everything the evaluator reads of a recording's file and of its members', its number apart:
// recordings with equal signatures have equal outcomes everywhere and always.
std::string signature_of(const RecordingFile& file, const PartyDirectory& parties);

}  // namespace umikoe::rights
