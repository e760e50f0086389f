#include "http/assets.h"

#include <algorithm>

// The place and end of docs/openapi.json in the program; see cmake/UmikoeWeb.cmake.
extern "C" const char umikoe_openapi[];
extern "C" const char umikoe_openapi_end[];

namespace umikoe::http {

const Asset* find_asset(std::string_view path) {
  const auto assets = embedded_assets();
  const auto found = std::ranges::find(assets, path, &Asset::path);
  return found == assets.end() ? nullptr : &*found;
}

std::string_view openapi_document() {
  return {umikoe_openapi, static_cast<size_t>(umikoe_openapi_end - umikoe_openapi)};
}

}  // namespace umikoe::http
