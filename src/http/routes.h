#pragma once

#include <span>
#include <string_view>

#include "http/handlers.h"

namespace umikoe::http {

struct Route {
  std::string_view path;
  Result<Response> (*handler)(const Asked&);
  std::span<const std::string_view> parameters;
  bool any_parameter = false;  // pages read their own addresses
  Body body = Body::nothing;   // what a POST brings; nothing: the route is asked with GET
};

// Every address the server answers, besides the files the pages are made of.
std::span<const Route> routes();

}  // namespace umikoe::http
