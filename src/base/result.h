#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace umikoe {

// Where in the outside data an error or finding lies; empty parts are not known.
struct Where {
  std::string file;
  long line = 0;        // 1-based; 0 when unknown
  std::string element;  // element path, column or header name

  bool operator==(const Where&) const = default;
};

// What went wrong, as data. `code` is a word of a room's closed list; messages/ has a sentence in
// both languages for every code, with {name} places filled from `arguments`.
struct Error {
  std::string code;
  std::vector<std::pair<std::string, std::string>> arguments = {};
  Where where = {};

  bool operator==(const Error&) const = default;
};

// Something worth saying about data that was accepted all the same; same shape as an error.
using Finding = Error;

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string code,
                                   std::vector<std::pair<std::string, std::string>> arguments = {},
                                   Where where = {}) {
  return std::unexpected(Error{std::move(code), std::move(arguments), std::move(where)});
}

// Prints the broken invariant and ends the process: data that fails an invariant must not be kept.
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);

}  // namespace umikoe

#define UMIKOE_CONCAT_(a, b) a##b
#define UMIKOE_CONCAT(a, b) UMIKOE_CONCAT_(a, b)

// UMIKOE_TRY(expression) leaves the function on error; UMIKOE_TRY(declaration, expression) also
// binds the value. g++ 12's std::expected has no and_then, hence the one macro.
#define UMIKOE_TRY_BIND(result, declaration, ...)                  \
  auto result = (__VA_ARGS__);                                     \
  if (!result) return std::unexpected(std::move(result).error()); \
  declaration = *std::move(result)
#define UMIKOE_TRY_VOID(result, ...) \
  if (auto result = (__VA_ARGS__); !result) return std::unexpected(std::move(result).error())
#define UMIKOE_TRY_PICK(_1, _2, _3, _4, NAME, ...) NAME
#define UMIKOE_TRY_1(a) UMIKOE_TRY_VOID(UMIKOE_CONCAT(result_, __LINE__), a)
#define UMIKOE_TRY_N(a, ...) UMIKOE_TRY_BIND(UMIKOE_CONCAT(result_, __LINE__), a, __VA_ARGS__)
#define UMIKOE_TRY(...)                                                                   \
  UMIKOE_TRY_PICK(__VA_ARGS__, UMIKOE_TRY_N, UMIKOE_TRY_N, UMIKOE_TRY_N, UMIKOE_TRY_1, 0) \
  (__VA_ARGS__)

#define UMIKOE_ASSERT(expression) \
  ((expression) ? void() : ::umikoe::assertion_failed(#expression, __FILE__, __LINE__))
