#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/demo/desk.h"

// A desk and a world in a folder of their own, asked through the command line.
namespace umikoe {

using app::demo::DemoFile;
using app::demo::DeskFormat;
using app::demo::DeskTable;
using nlohmann::json;

struct Ran {
  int exit = 0;
  std::string out;
  std::string err;
};

// Runs the program on the desk's day.
Ran run(const std::vector<std::string>& words);

using Rows = std::vector<std::vector<std::string>>;

// The rows of a planned table of data/demo; lines that begin with # are for people.
Rows table(const std::string& name);
std::string word(const json& value);
void write(const std::string& path, const std::string& bytes);
std::string new_folder();
void remove(const std::string& path);

// The ledger's one question, and what the label means by it.
inline const std::string asked = "territory:アジア";
inline const std::string meant = "@Eastern Asia @South-eastern Asia";

class Desk : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = new_folder();
    ASSERT_FALSE(folder_.empty());
  }
  void TearDown() override { remove(folder_); }

  std::string world() const { return folder_ + "/world"; }
  std::string desk() const { return folder_ + "/desk"; }

  Ran ask(std::vector<std::string> words) {
    words.insert(words.end(), {"--world", world()});
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
    for (const auto& file : files) write(desk() + "/" + file.path, file.bytes);
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
  std::string folder_;
};

}  // namespace umikoe
