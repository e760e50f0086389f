#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/demo/desk.h"
#include "cli/command_line.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"

// A desk and a world in a folder of their own, asked through the command line.
namespace umikoe {

namespace fs = std::filesystem;
using app::demo::DemoFile;
using app::demo::DeskFormat;
using app::demo::DeskTable;
using nlohmann::json;

struct Ran {
  int exit = 0;
  std::string out;
  std::string err;
};

inline const Date today = *Date::of(2026, 11, 20);

inline Ran run(const std::vector<std::string>& words) {
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

using Rows = std::vector<std::vector<std::string>>;

// The rows of a planned table; lines that begin with # are for people.
inline Rows table(const std::string& name) {
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

inline std::string word(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? "" : value.dump();
}

inline void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

// The ledger's one question, and what the label means by it.
inline const std::string asked = "territory:アジア";
inline const std::string meant = "@Eastern Asia @South-eastern Asia";

class Desk : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "umikoe-desk-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string desk() const { return (folder_ / "desk").string(); }

  Ran ask(std::vector<std::string> words) {
    words.insert(words.end(), {"--world", (folder_ / "world").string()});
    return run(words);
  }
  json answer(std::vector<std::string> words, int exit = 0) {
    words.push_back("--json");
    const Ran ran = ask(words);
    EXPECT_EQ(ran.exit, exit) << words.front() << ": " << ran.err << ran.out.substr(0, 2000);
    json parsed = json::parse(ran.out, nullptr, false);
    return parsed.is_discarded() ? json::object() : parsed;
  }
  void put(const std::vector<DemoFile>& files) {
    for (const auto& file : files) write(fs::path(desk()) / file.path, file.bytes);
  }
  // Answers the question of a table and imports it; `columns` for one whose headers say nothing.
  void learn(const std::string& file, const std::string& sender, const std::string& columns = "") {
    std::vector<std::string> words{"import",   "--map", desk() + "/" + file,
                                   "--sender", sender,  "--save"};
    if (columns.empty()) {
      words.insert(words.end(), {"--answer", asked + "=" + meant});
    } else {
      words.insert(words.end(), {"--columns", columns, "--answer", "kind=revenue"});
    }
    json report = answer(words);
    ASSERT_EQ(report["totals"]["accepted"], 1) << report.dump();
  }
  // The desk as it lies there, its question answered.
  void import_all() {
    put(app::demo::desk_files(app::demo::desk()));
    answer({"import", desk()}, 3);
    learn(ledger_file, "Kazemachi");
  }
  json decisions() {
    json report = answer({"gap"});
    json all = report["decisions"];
    for (const auto& question : report["asks"]) all.push_back(question);
    return all;
  }
  // All that must not hang on how the files were saved.
  std::string answers() {
    json out;
    out["gap"] = decisions();
    out["revenue"] = answer({"revenue", "--by", "territory"})["rows"];
    out["return"] = answer({"return", "--period", "2026-H2"});
    out["first"] = answer({"world"})["first_sentence"];
    out["leaks"] = answer({"leaks"})["leaks"];
    out["check"] = answer({"check"})["totals"];
    return out.dump(1);
  }

  static inline const std::string ledger_file = "03_contract_ledger.xlsx";
  fs::path folder_;
};

}  // namespace umikoe
