#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "messages/messages.h"

namespace umikoe::http {

// Parameters of an address, decoded, in the order written; no name twice.
struct Query {
  std::vector<std::pair<std::string, std::string>> parameters;

  bool operator==(const Query&) const = default;
  // Empty when it is not there: an empty value and no value mean the same everywhere.
  std::string value(std::string_view name) const;
};

// A request, free of the library that read it.
struct Request {
  std::string method;
  std::string target;  // as written: path and query
  std::string host;
  std::string accept_encoding;
  std::string accept_language;
  std::string if_none_match;
  // Of requests that change something.
  std::string origin = {};
  std::string fetch_site = {};  // Sec-Fetch-Site
  std::string token = {};       // X-Umikoe-Token
  std::string content_type = {};
  std::string body = {};    // of a JSON request
  std::string upload = {};  // the word of a file that has come in; see IncomingFiles
};

// An answer, free of the library that will write it.
struct Response {
  unsigned status = 200;
  std::string content_type;
  std::string body;
  bool gzipped = false;
  std::string etag;           // with its quotes; empty: none
  std::string cache_control = "no-cache";
  std::string allow;          // of 405
  std::string file_name;      // offered for download under this name
  bool world_changed = false; // the next question must look at the world again
};

// The language a reader asked for: `lang` of the address, else the first of Accept-Language that is
// offered, else English.
messages::Language language_of(const Query& query, const Request& request);

// True when the header lists gzip and does not weigh it with zero.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace umikoe::http
