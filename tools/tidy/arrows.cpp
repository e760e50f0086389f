#include <fmt/format.h>

#include <algorithm>

#include "rules.h"

namespace umikoe::tidy {
namespace {

struct Room {
  std::string_view name;
  int number;
};

// ARCHITECTURE.md: a number may include smaller numbers only; equal numbers never include each
// other.
constexpr Room rooms[] = {
    {"base", 0},    {"messages", 1},     {"access", 1},    {"edits", 2},  {"catalogue", 3},
    {"rights", 4},  {"localisation", 4}, {"demand", 4},    {"search", 4}, {"fans", 4},
    {"touring", 5}, {"partners", 5},     {"programme", 5}, {"awards", 5}, {"impact", 5},
    {"plan", 6},    {"app", 7},
};

enum class AppFiles { none, ports_only, all };

// Adapters: the highest room number they may use, and how much of app.
struct Adapter {
  std::string_view name;
  int rooms_up_to;
  AppFiles app;
};
constexpr Adapter adapters[] = {
    {"formats", 4, AppFiles::none},
    {"stores", 6, AppFiles::ports_only},
    {"engines", 6, AppFiles::ports_only},
    {"clients", 6, AppFiles::ports_only},
    {"http", 1, AppFiles::all},
    {"cli", 1, AppFiles::all},
};

const Room* room_named(std::string_view name) {
  const auto found = std::ranges::find(rooms, name, &Room::name);
  return found == std::end(rooms) ? nullptr : found;
}

const Adapter* adapter_named(std::string_view name) {
  const auto found = std::ranges::find(adapters, name, &Adapter::name);
  return found == std::end(adapters) ? nullptr : found;
}

bool is_known(std::string_view folder) {
  return room_named(folder) || adapter_named(folder) || folder == "main";
}

bool may_include(std::string_view from, std::string_view target) {
  const std::string_view to = target.substr(0, target.find('/'));
  if (from == to || from == "main") return true;
  // cmake/UmikoeSql.cmake and UmikoeData.cmake make headers of a room beside the sources.
  const std::string own(from);
  for (const char* generated : {"_sql.h", "_data.h", "_blobs.h"}) {
    if (target == own + generated) return true;
  }
  const Room* room = room_named(to);
  if (const Room* self = room_named(from)) {
    return (room && room->number < self->number) || (self->name == "app" && to == "formats");
  }
  const Adapter* self = adapter_named(from);
  if (!self || !room) return false;
  if (to == "app") {
    return self->app == AppFiles::all ||
           (self->app == AppFiles::ports_only && target == "app/ports.h");
  }
  // http and cli stop at number 1, where messages is theirs and access is not: they pass the Viewer
  // that app hands them.
  if (to == "access") return self->rooms_up_to > 1;
  return room->number <= self->rooms_up_to;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

std::string_view folder_of(std::string_view path) {
  if (!path.starts_with("src/")) return {};
  path.remove_prefix(4);
  const size_t end = path.find('/');
  return end == std::string_view::npos ? std::string_view{} : path.substr(0, end);
}

bool is_pure_room(std::string_view folder) {
  const Room* room = room_named(folder);
  return room && room->number < 7;
}

std::optional<std::vector<std::string>> allowed_includes(std::string_view folder) {
  if (!is_known(folder)) return std::nullopt;
  std::vector<std::string> allowed;
  for (const Room& room : rooms) {
    const std::string probe = std::string(room.name) + "/ports.h";
    if (room.name != folder && may_include(folder, probe)) allowed.emplace_back(room.name);
  }
  for (const Adapter& adapter : adapters) {
    if (adapter.name != folder && may_include(folder, adapter.name)) {
      allowed.emplace_back(adapter.name);
    }
  }
  return allowed;
}

Breaches check_arrows(const Sources& sources) {
  Breaches breaches;
  for (const Source& source : sources) {
    const std::string_view folder = folder_of(source.path);
    if (!source.is_cpp() || folder.empty()) continue;
    if (!is_known(folder)) {
      breaches.push_back({source.path, 0, "arrows",
                          fmt::format("src/{} is not in the table of tools/tidy/arrows.cpp; give "
                                      "the room a number there and in ARCHITECTURE.md",
                                      folder)});
      continue;
    }
    for (const Include& include : includes_of(source)) {
      if (!include.quoted || may_include(folder, include.target)) continue;
      const std::string target = include.target.substr(0, include.target.find('/'));
      const std::string allowed = joined(*allowed_includes(folder));
      breaches.push_back(
          {source.path, include.line, "arrows",
           is_known(target)
               ? fmt::format(
                     "{} may not include \"{}\": it may use {}. Move the shared value down, "
                     "or the question up to app",
                     folder, include.target, allowed)
               : fmt::format(
                     "include by full path from src/, or with <> when \"{}\" is a library's",
                     include.target)});
    }
  }
  return breaches;
}

}  // namespace umikoe::tidy
