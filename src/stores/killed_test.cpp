// SIGKILL at any moment: what the importer had acknowledged is in the world, and the next importer
// goes on from there.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <random>

#include "stores/embedded_store.h"
#include "stores/memory_store.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

#ifndef __SANITIZE_THREAD__
namespace umikoe::stores {
namespace {

constexpr const char* importer_variable = "UMIKOE_KILLED_IMPORTER";
constexpr int delay_us_max = 400'000;
constexpr int acknowledgement_pipe = 3;

// The child: imports for ever, and says so after every commit.
void run_importer(const std::string& world) {
  const auto store = open_world(world, OpenMode::write, "Umikoe", {.segment_rows_max = 10});
  if (!store) std::_Exit(1);
  auto number = static_cast<int>((*store)->deliveries().value().size());
  for (;; ++number) {
    if (!sample::deliver(**store, sample::delivery(number))) std::_Exit(2);
    if (number % 5 == 4 && !(*store)->compact()) std::_Exit(4);
    if (::write(acknowledgement_pipe, "+", 1) != 1) std::_Exit(3);
  }
}

// Starts this test program again as the importer; its acknowledgements come out of `*out`.
pid_t start_importer(const std::string& world, int* out) {
  int ends[2];
  if (::pipe(ends) != 0) return -1;
  const std::string variable = std::string(importer_variable) + "=" + world;
  std::vector<char*> environment;
  for (char** e = environ; *e; ++e) environment.push_back(*e);
  environment.push_back(const_cast<char*>(variable.c_str()));
  environment.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], acknowledgement_pipe);
    const char* const arguments[] = {
        "stores_test", "--gtest_filter=Killed.LosesNothingThatWasAcknowledged", nullptr};
    const int quiet = ::open("/dev/null", O_WRONLY);
    ::dup2(quiet, STDOUT_FILENO);
    ::execve("/proc/self/exe", const_cast<char**>(arguments), environment.data());
    ::_exit(4);
  }
  ::close(ends[1]);
  *out = ends[0];
  return child;
}

size_t count_acknowledgements(int in) {
  size_t count = 0;
  char buffer[256];
  for (;;) {
    const ssize_t got = ::read(in, buffer, sizeof buffer);
    if (got <= 0) break;
    count += static_cast<size_t>(got);
  }
  ::close(in);
  return count;
}

TEST(Killed, LosesNothingThatWasAcknowledged) {
  if (const char* world = std::getenv(importer_variable)) return run_importer(world);
  const char* long_mode = std::getenv("UMIKOE_LONG");
  const int kills = long_mode && std::string_view(long_mode) == "1" ? 200 : 20;
  const TemporaryFolder folder;
  const std::string world = folder.at("world");
  std::mt19937 random(20261120);
  size_t held = 0;
  for (int kill = 0; kill < kills; ++kill) {
    int acknowledgements = -1;
    const pid_t importer = start_importer(world, &acknowledgements);
    ASSERT_GT(importer, 0);
    ::usleep(static_cast<useconds_t>(random() % delay_us_max));
    ASSERT_EQ(::kill(importer, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(importer, &status, 0), importer);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the importer ended by itself: " << WEXITSTATUS(status);
    const size_t acknowledged = count_acknowledgements(acknowledgements);
    const auto store = open_world(world, OpenMode::write, "Umikoe");
    ASSERT_TRUE(store) << store.error().code;
    const size_t now = (*store)->deliveries().value().size();
    EXPECT_GE(now, held + acknowledged);
    EXPECT_LE(now, held + acknowledged + 1);  // at most the one that was being acknowledged
    EXPECT_TRUE((*store)->verify().value().empty());
    held = now;
  }
  EXPECT_GT(held, 0u);
  const auto memory = make_memory_store("Umikoe");
  for (size_t n = 0; n < held; ++n) {
    ASSERT_TRUE(sample::deliver(*memory, sample::delivery(static_cast<int>(n))));
  }
  const auto store = open_world(world, OpenMode::read).value();
  auto all = sample::everything(*store).value();
  auto expected = sample::everything(*memory).value();
  all.generation = expected.generation = 0;  // every compaction raises it
  EXPECT_EQ(all, expected);
}

}  // namespace
}  // namespace umikoe::stores
#endif
