// SIGKILL while `umikoe import` runs: the world opens, is whole, holds every file of which the
// program said so, and the same import completes it.
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

namespace umikoe {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int files_count = 24;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "umikoe-killed-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Catalogue tables and sales reports in turn, so that both rows and segments are on their way.
void write_deliveries(const std::string& folder) {
  fs::create_directory(folder);
  for (int n = 0; n < files_count; ++n) {
    std::ofstream file(fmt::format("{}/{:02}.csv", folder, n));
    if (n % 2 == 0) {
      file << "isrc,title,artist\n";
      for (int i = 0; i < 60; ++i) file << fmt::format("JPZ00{:02}{:05},曲{},歌手\n", n, i, i);
    } else {
      file << "service,isrc,territory,observed_on,seen\n";
      for (int i = 0; i < 60; ++i) {
        file << fmt::format("Stream,JPZ00{:02}{:05},BR,2026-11-{:02},yes\n", n - 1, i, 1 + i % 19);
      }
    }
  }
}

// Starts the program with its output in a file, and what it says of errors in one beside it.
pid_t start(const std::vector<std::string>& words, const std::string& output) {
  std::vector<std::string> all{std::getenv("UMIKOE_PROGRAM")};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (auto& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const std::string errors = output + ".errors";
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t child = -1;
  const int failed =
      ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed ? -1 : child;
}

int run(const std::vector<std::string>& words, const std::string& output) {
  const pid_t child = start(words, output);
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class KilledProgram : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(std::getenv("UMIKOE_PROGRAM")); }

  std::vector<std::string> import_into(const std::string& world) const {
    return {"import", folder_.at("in"), "--world", world, "--json"};
  }
  // Everything the world answers over its files, as one text.
  std::string answers(const std::string& world) const {
    EXPECT_EQ(run({"gap", "--world", world, "--date", "2026-11-20", "--json"}, folder_.at("gap")),
              0);
    EXPECT_EQ(run({"why", "JPZ000000001", "BR", "--world", world, "--date", "2026-11-20", "--json"},
                  folder_.at("why")),
              0);
    return text_of(folder_.at("gap")) + text_of(folder_.at("why"));
  }
  int64_t unchanged_in(const std::string& output) const {
    const json report = json::parse(text_of(output));
    return std::ranges::count_if(report["deliveries"], [](const json& delivery) {
      return delivery["status"] == "unchanged";
    });
  }

  Folder folder_;
};

TEST_F(KilledProgram, CompletesWhatItBegan) {
  write_deliveries(folder_.at("in"));
  // Kills fall anywhere in the time one import takes on this machine as busy as it is now.
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(run(import_into(folder_.at("whole")), folder_.at("out")), 0);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began);
  const std::string expected = answers(folder_.at("whole"));
  const char* const long_mode = std::getenv("UMIKOE_LONG");
  const int kills = long_mode && std::string_view(long_mode) == "1" ? 200 : 20;
  std::mt19937 random(20261120);
  std::string world;
  int killed = 0, interrupted = 0;
  for (int kill = 0; kill < kills; ++kill) {
    if (kill % 4 == 0) world = folder_.at(fmt::format("world{}", kill));
    const pid_t child = start(import_into(world), folder_.at("out"));
    ASSERT_GT(child, 0);
    ::usleep(static_cast<useconds_t>(random() % (1 + static_cast<uint64_t>(took.count()))));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    killed += WIFSIGNALED(status) ? 1 : 0;
    if (!fs::exists(world + "/world.sqlite")) continue;
    // A kill before the first commit leaves a world that is not one yet, and import makes it one.
    const int verified =
        run({"check", "--verify", "--world", world, "--json"}, folder_.at("check"));
    EXPECT_TRUE(verified == 0 || verified == 4)
        << verified << text_of(folder_.at("check")) << text_of(folder_.at("check.errors"));
    if (kill % 4 != 3) continue;
    ASSERT_EQ(run(import_into(world), folder_.at("out")), 0) << text_of(folder_.at("out"));
    const int64_t held = unchanged_in(folder_.at("out"));
    interrupted += held > 0 && held < files_count ? 1 : 0;
    EXPECT_EQ(answers(world), expected);
    EXPECT_EQ(run(import_into(world), folder_.at("out")), 0);
    EXPECT_EQ(unchanged_in(folder_.at("out")), files_count);
  }
  EXPECT_GT(killed, 0);
  RecordProperty("killed", killed);
  RecordProperty("interrupted_between_files", interrupted);
}

}  // namespace
}  // namespace umikoe
