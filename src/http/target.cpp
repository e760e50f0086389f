#include "http/target.h"

#include <algorithm>
#include <optional>

#include "base/limits.h"
#include "base/utf8.h"

namespace umikoe::http {
namespace {

constexpr auto target_bytes_max = static_cast<size_t>(limits::http_target_bytes.value);
constexpr auto query_parameters_max = static_cast<size_t>(limits::http_query_parameters.value);

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Decodes percent codes; in queries a plus is a blank (the form encoding of HTML). Nothing when a
// code is broken or the result holds control characters or is not UTF-8.
std::optional<std::string> decode(std::string_view written, bool plus_is_blank) {
  std::string out;
  for (size_t i = 0; i < written.size(); ++i) {
    char c = written[i];
    if (c == '+' && plus_is_blank) c = ' ';
    if (c == '%') {
      if (i + 2 >= written.size()) return std::nullopt;
      const int high = hex_digit(written[i + 1]);
      const int low = hex_digit(written[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) return std::nullopt;
    out += c;
  }
  if (first_invalid_utf8(out) != std::string::npos) return std::nullopt;
  return out;
}

Result<Query> parse_query(std::string_view written) {
  Query query;
  while (!written.empty()) {
    const size_t end = std::min(written.find('&'), written.size());
    const std::string_view pair = written.substr(0, end);
    written.remove_prefix(std::min(end + 1, written.size()));
    if (pair.empty()) continue;
    const size_t equals = std::min(pair.find('='), pair.size());
    const auto name = decode(pair.substr(0, equals), true);
    const auto value = decode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value || query.parameters.size() == query_parameters_max) {
      return fail("target_invalid");
    }
    // Two readers of one address must not see different values.
    if (std::ranges::any_of(query.parameters, [&](const auto& p) { return p.first == *name; })) {
      return fail("parameter_repeated", {{"parameter", *name}});
    }
    query.parameters.emplace_back(*name, *value);
  }
  return query;
}

}  // namespace

Result<Target> parse_target(std::string_view written) {
  if (written.size() > target_bytes_max) return fail("target_too_long");
  if (!written.starts_with('/') || written.contains('#')) return fail("target_invalid");
  const size_t question = std::min(written.find('?'), written.size());
  const auto path = decode(written.substr(0, question), false);
  if (!path) return fail("target_invalid");
  Target target;
  target.path = *path;
  UMIKOE_TRY(target.query, parse_query(written.substr(std::min(question + 1, written.size()))));
  return target;
}

bool is_local_host(std::string_view host) {
  for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
    if (!host.starts_with(name)) continue;
    const std::string_view rest = host.substr(name.size());
    if (rest.empty()) return true;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (rest.front() == ':' && rest.size() > 1 && rest.size() <= 6) {
      return std::ranges::all_of(rest.substr(1), is_digit);
    }
  }
  return false;
}

}  // namespace umikoe::http
