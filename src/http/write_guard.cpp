#include "http/write_guard.h"

#include "http/desk.h"

namespace umikoe::http {
namespace {

// Takes the same time wherever two texts of one length differ.
bool same_secret(std::string_view given, std::string_view kept) {
  if (given.size() != kept.size() || kept.empty()) return false;
  unsigned char difference = 0;
  for (size_t i = 0; i < kept.size(); ++i) {
    difference |= static_cast<unsigned char>(given[i] ^ kept[i]);
  }
  return difference == 0;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

Result<void> may_change(const Request& request, const Desk* desk) {
  if (!desk) return fail("read_only");
  // A browser names the page a change comes from, and no page can lie about it. The Host header is
  // known to name this machine, so an equal Origin is a page of this very server and port.
  if (request.origin != "http://" + request.host) return fail("origin_refused");
  if (!request.fetch_site.empty() && request.fetch_site != "same-origin") {
    return fail("origin_refused");
  }
  if (!same_secret(request.token, desk->token)) return fail("token_refused");
  return {};
}

bool is_type(const std::string& content_type, std::string_view wanted) {
  if (content_type.size() < wanted.size()) return false;
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (lower(content_type[i]) != wanted[i]) return false;
  }
  const char next = content_type.size() > wanted.size() ? content_type[wanted.size()] : ';';
  return next == ';' || next == ' ';
}

}  // namespace umikoe::http
