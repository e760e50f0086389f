#include "desk_fixture.h"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/command_line.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"

namespace umikoe {
namespace {

namespace fs = std::filesystem;

const Date today = *Date::of(2026, 11, 20);

}  // namespace

Ran run(const std::vector<std::string>& words) {
  Ran ran;
  const auto files = stores::disk_files();
  const auto sink = stores::disk_sink();
  cli::Surroundings around;
  around.open_world = [](const std::string& directory, bool write) {
    return stores::open_world(directory, write ? stores::OpenMode::write : stores::OpenMode::read);
  };
  around.files = files.get();
  around.sink = sink.get();
  around.now = Instant{int64_t{today.days} * seconds_per_day};
  around.today = today;
  around.language = "en";
  around.out = [&](std::string_view text) { ran.out += text; };
  around.err = [&](std::string_view text) { ran.err += text; };
  ran.exit = cli::run(words, around);
  return ran;
}

Rows table(const std::string& name) {
  std::ifstream lines(fs::path(UMIKOE_SOURCE_DIR) / "data/demo" / name);
  Rows rows;
  bool header = true;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> cells;
    for (size_t at = 0; at <= line.size();) {
      const size_t tab = std::min(line.find('\t', at), line.size());
      cells.push_back(line.substr(at, tab - at));
      at = tab + 1;
    }
    if (!header) rows.push_back(cells);
    header = false;
  }
  EXPECT_FALSE(rows.empty()) << name;
  return rows;
}

std::string word(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? "" : value.dump();
}

void write(const std::string& written, const std::string& bytes) {
  const fs::path path = written;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string new_folder() {
  std::string pattern = (fs::temp_directory_path() / "umikoe-desk-XXXXXX").string();
  return mkdtemp(pattern.data()) == nullptr ? "" : pattern;
}

void remove(const std::string& path) { fs::remove_all(path); }

}  // namespace umikoe
