// Runs one scenario file through the real program, in a folder of its own.
//
//   # a comment
//   file NAME            the lines up to a line "end" become a file
//   ern NAME k=v k="v w" a small ERN 4.3 message (scenario_message.h names the facts)
//   workbook NAME SHEET  the lines up to "end" become a workbook: cells between " | ",
//                        "title TEXT", "merged A4:A5"
//   bytes NAME HEX       a file of these bytes
//   needs NAME           skips the scenario unless the environment names that folder; $NAME in
//                        arguments stands for it
//   $ umikoe ARGUMENTS   runs the program; each of the following lines checks that run
//   exit N               its exit code (without this line it must be 0)
//   /json/pointer = VAL  a value of its JSON output; VAL is JSON
//   /json/pointer ~ TXT  a string value that contains the text
//   says TXT             its output or its errors contain the text
//   silent TXT           neither contains it

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "formats/xlsx/plain_workbook.h"
#include "scenario_message.h"

namespace umikoe::scenario {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class Runner {
 public:
  Runner(fs::path program, fs::path scenario)
      : program_(fs::absolute(program)), scenario_(fs::absolute(scenario)), input_(scenario_) {}

  int run() {
    std::string name = (fs::temp_directory_path() / "umikoe-scenario-XXXXXX").string();
    if (!mkdtemp(name.data())) return 1;
    folder_ = name;
    for (std::string line; next(line) && !skipped_;) step(line);
    finish_run();
    fs::remove_all(folder_);
    if (skipped_) return 77;
    if (runs_ == 0) fail("the scenario runs nothing");
    return failures_ == 0 ? 0 : 1;
  }

 private:
  bool next(std::string& line) {
    ++line_;
    return static_cast<bool>(std::getline(input_, line));
  }

  void fail(const std::string& what) {
    ++failures_;
    std::cerr << fmt::format("{}:{}: {}\n", scenario_.string(), line_, what);
    if (failures_ == 1) std::cerr << "output was:\n" << output_ << "\n";
  }

  static std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    for (const char c : text + " ") {
      if (c == '"')
        quoted = !quoted;
      else if (c == ' ' && !quoted) {
        if (!word.empty()) words.push_back(word);
        word.clear();
      } else
        word += c;
    }
    return words;
  }

  void step(const std::string& line) {
    if (line.empty() || line[0] == '#') return;
    if (line.starts_with("needs ")) return need(line.substr(6));
    if (line == "$ umikoe") return start_run("");
    if (line.starts_with("$ umikoe ")) return start_run(line.substr(9));
    if (line.starts_with("file ")) return write_lines(line.substr(5));
    if (line.starts_with("workbook ")) return write_workbook(split(line.substr(9)));
    if (line.starts_with("ern ")) return write_message(split(line.substr(4)));
    if (line.starts_with("bytes ")) return write_bytes(split(line.substr(6)));
    if (line.starts_with("exit ")) return check_exit(std::stoi(line.substr(5)));
    if (line.starts_with("says ")) return check_text(line.substr(5), true);
    if (line.starts_with("silent ")) return check_text(line.substr(7), false);
    if (line.starts_with("/")) return check_json(line);
    fail("not a line of a scenario: " + line);
  }

  void need(const std::string& name) {
    skipped_ = std::getenv(name.c_str()) == nullptr;
    if (skipped_) std::cout << "skipped: " << name << " is not set\n";
  }

  void write(const std::string& name, const std::string& content) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }

  void write_lines(const std::string& name) {
    std::string content;
    for (std::string line; next(line) && line != "end";) content += line + "\n";
    write(name, content);
  }

  void write_workbook(const std::vector<std::string>& words) {
    formats::xlsx::PlainSheet sheet{.name = words.at(1)};
    for (std::string line; next(line) && line != "end";) {
      if (line.starts_with("title ")) {
        sheet.titles.push_back(line.substr(6));
      } else if (line.starts_with("merged ")) {
        sheet.merged.push_back(line.substr(7));
      } else {
        sheet.rows.push_back(cells_of(line));
      }
    }
    write(words.at(0), formats::xlsx::plain_workbook(sheet));
  }

  static std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    size_t at = 0;
    for (size_t bar = line.find(" | "); bar != std::string::npos; bar = line.find(" | ", at)) {
      cells.push_back(line.substr(at, bar - at));
      at = bar + 3;
    }
    cells.push_back(line.substr(at));
    return cells;
  }

  void write_message(const std::vector<std::string>& words) {
    Facts facts;
    for (size_t i = 1; i < words.size(); ++i) {
      const size_t equals = words[i].find('=');
      facts[words[i].substr(0, equals)] = words[i].substr(equals + 1);
    }
    write(words.at(0), ern_message(facts));
  }

  void write_bytes(const std::vector<std::string>& words) {
    std::string content;
    const std::string& hex = words.at(1);
    for (size_t i = 0; i + 1 < hex.size(); i += 2) {
      content += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    write(words.at(0), content);
  }

  void start_run(const std::string& arguments) {
    finish_run();
    ++runs_;
    const std::string command = fmt::format("cd '{}' && LC_ALL=C '{}' {} 2>&1", folder_.string(),
                                            program_.string(), arguments);
    output_.clear();
    std::FILE* pipe = popen(command.c_str(), "r");
    char buffer[4096];
    for (size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
      output_.append(buffer, got);
    }
    const int status = pclose(pipe);
    exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    exit_checked_ = false;
  }

  // A run whose exit code nobody asked about must have succeeded.
  void finish_run() {
    if (runs_ > 0 && !exit_checked_ && exit_ != 0) fail(fmt::format("exit was {}", exit_));
    exit_checked_ = true;
  }

  void check_exit(int expected) {
    exit_checked_ = true;
    if (exit_ != expected) fail(fmt::format("exit was {}, expected {}", exit_, expected));
  }

  void check_text(const std::string& text, bool wanted) {
    const bool found = output_.find(text) != std::string::npos;
    if (found != wanted) fail(fmt::format("{}: {}", wanted ? "did not say" : "said", text));
  }

  void check_json(const std::string& line) {
    const Json json = Json::parse(output_, nullptr, false);
    if (json.is_discarded()) return fail("the output is not JSON");
    const bool equal = line.find(" = ") != std::string::npos;
    const size_t at = line.find(equal ? " = " : " ~ ");
    if (at == std::string::npos) return fail("neither = nor ~: " + line);
    const Json::json_pointer pointer(line.substr(0, at));
    if (!json.contains(pointer)) return fail("no value at " + line.substr(0, at));
    const Json& value = json.at(pointer);
    const std::string expected = line.substr(at + 3);
    if (equal
            ? value != Json::parse(expected)
            : !value.is_string() || value.get<std::string>().find(expected) == std::string::npos) {
      fail(fmt::format("{} was {}", line, value.dump()));
    }
  }

  fs::path program_;
  fs::path scenario_;
  fs::path folder_;
  std::ifstream input_;
  std::string output_;
  int line_ = 0;
  int runs_ = 0;
  int exit_ = 0;
  bool exit_checked_ = true;
  bool skipped_ = false;
  int failures_ = 0;
};

}  // namespace
}  // namespace umikoe::scenario

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: scenario_runner PROGRAM SCENARIO\n";
    return 2;
  }
  return umikoe::scenario::Runner(argv[1], argv[2]).run();
}
