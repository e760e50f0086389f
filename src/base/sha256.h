#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace umikoe {

// SHA-256 (FIPS 180-4) over data given in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(std::string_view bytes);
  std::string finish_hex();  // 64 lower-case hexadecimal digits; call once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_hex(std::string_view bytes);

}  // namespace umikoe
