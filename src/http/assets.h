#pragma once

#include <span>
#include <string_view>

namespace umikoe::http {

// One file of web/dist, compressed, inside the program.
struct Asset {
  std::string_view path;     // "/assets/index-BphFPm15.js"
  std::string_view type;
  std::string_view gzipped;
  std::string_view hash;     // of the text before compression
  bool for_ever = false;     // its name carries a hash, so it never changes
};

// Written by cmake/UmikoeWeb.cmake; empty when the program was built with UMIKOE_WEB=OFF.
std::span<const Asset> embedded_assets();
const Asset* find_asset(std::string_view path);

// docs/openapi.json, always inside the program.
std::string_view openapi_document();

}  // namespace umikoe::http
