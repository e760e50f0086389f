#include "http/slices.h"

#include <charconv>

namespace umikoe::http {
namespace {

constexpr size_t rows_max = 1000;
constexpr size_t rows_default = 100;

Error invalid(const char* name, const std::string& value) {
  return {"parameter_invalid", {{"parameter", name}, {"value", value}}};
}

}  // namespace

Result<size_t> count_of(const Query& query, const char* name, size_t otherwise, size_t least,
                        size_t most) {
  const std::string written = query.value(name);
  if (written.empty()) return otherwise;
  size_t value = 0;
  const char* end = written.data() + written.size();
  const auto [stopped, error] = std::from_chars(written.data(), end, value);
  if (error != std::errc() || stopped != end || value < least || value > most) {
    return std::unexpected(invalid(name, written));
  }
  return value;
}

Result<Slice> slice_of(const Query& query) {
  Slice slice;
  const std::string format = query.value("format");
  if (!format.empty() && format != "json" && format != "csv") {
    return std::unexpected(invalid("format", format));
  }
  slice.csv = format == "csv";
  slice.mark = query.value("bom") == "1";
  // A table is a download: without a limit it holds everything.
  const size_t otherwise = slice.csv ? 0 : rows_default;
  UMIKOE_TRY(slice.limit, count_of(query, "limit", otherwise, 1, rows_max));
  UMIKOE_TRY(slice.offset, count_of(query, "offset", 0, 0, SIZE_MAX));
  return slice;
}

}  // namespace umikoe::http
