// The only place that names concrete stores and starts threads.

#include <unistd.h>

#include <chrono>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/command_line.h"
#include "clients/machine_translator.h"
#include "engines/cbc_solver.h"
#include "engines/mecab_engine.h"
#include "main/serve.h"
#include "main/threads_in_order.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"
#include "stores/map_folder.h"

namespace {

using umikoe::Date;
using umikoe::Instant;

void write_to(std::FILE* file, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), file);
  std::fflush(file);
}

std::optional<std::string> read_line() {
  std::string line;
  for (int c = std::getchar(); c != '\n'; c = std::getchar()) {
    if (c == EOF) return line.empty() ? std::nullopt : std::optional(line);
    line += static_cast<char>(c);
  }
  return line;
}

std::string user_language() {
  for (const char* name : {"UMIKOE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("ja") ? "ja" : "en";
  }
  return "en";
}

umikoe::Result<std::unique_ptr<umikoe::app::WorldStore>> open_world(const std::string& directory,
                                                                    bool write) {
  using umikoe::stores::OpenMode;
  return umikoe::stores::open_world(directory, write ? OpenMode::write : OpenMode::read);
}

umikoe::Result<std::unique_ptr<umikoe::app::MorphologicalEngine>> open_engine(
    const std::string& name) {
  using umikoe::engines::Dictionary;
  if (name.empty() || name == "ipadic") return umikoe::engines::open_mecab(Dictionary::ipadic);
  if (name == "unidic") return umikoe::engines::open_mecab(Dictionary::unidic);
  return umikoe::fail("engine_unknown", {{"engine", name}});
}

// The key of a provider is in the environment alone: neither world nor command line hold it.
umikoe::Result<std::unique_ptr<umikoe::app::MachineTranslator>> open_translator(
    const umikoe::app::TranslationProvider& provider) {
  const char* key =
      provider.key_variable.empty() ? nullptr : std::getenv(provider.key_variable.c_str());
  if (!provider.key_variable.empty() && !key) {
    return umikoe::fail("provider_key_missing", {{"variable", provider.key_variable}});
  }
  return umikoe::clients::open_translator(
      provider, key ? key : "", [](int64_t seconds) { sleep(static_cast<unsigned>(seconds)); });
}

std::function<bool()> stop_after(double seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  return [end] { return std::chrono::steady_clock::now() >= end; };
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto files = umikoe::stores::disk_files();
  const auto sink = umikoe::stores::disk_sink();
  const auto now = static_cast<int64_t>(std::time(nullptr));
  umikoe::cli::Surroundings surroundings;
  surroundings.open_world = open_world;
  surroundings.open_maps = [](const std::string& directory) {
    return umikoe::stores::open_map_folder(directory);
  };
  surroundings.open_engine = open_engine;
  surroundings.serve = umikoe::serve;
  surroundings.open_translator = open_translator;
  surroundings.open_solver = [] { return umikoe::engines::open_cbc(); };
  const size_t processors = std::thread::hardware_concurrency();
  surroundings.in_order = umikoe::threads_in_order(processors, 4 * processors);
  surroundings.stop_after = stop_after;
  surroundings.files = files.get();
  surroundings.sink = sink.get();
  surroundings.now = Instant{now};
  surroundings.today = umikoe::day_of_seconds(now);
  surroundings.language = user_language();
  surroundings.out = [](std::string_view text) { write_to(stdout, text); };
  surroundings.err = [](std::string_view text) { write_to(stderr, text); };
  if (isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0) surroundings.read_line = read_line;
  surroundings.read_input = [](std::span<char> buffer) {
    return std::fread(buffer.data(), 1, buffer.size(), stdin);
  };
  surroundings.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  surroundings.err_is_terminal = isatty(STDERR_FILENO) != 0;
  return umikoe::cli::run(words, surroundings);
}
