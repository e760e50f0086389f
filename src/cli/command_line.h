#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "app/in_order.h"
#include "app/ports.h"

namespace umikoe::cli {

// What `umikoe serve` asks of main, which owns threads and signals.
struct ServeOrder {
  std::string world;
  uint16_t port = 0;
  bool edit = false;  // pages may change the world
  std::function<void(uint16_t port)> listening;  // called once the pages can be opened
};

// Everything outside the program that a command may touch; main fills it, tests replace it.
struct Surroundings {
  // Opens the world for reading, or for writing (making it when it is not there).
  std::function<Result<std::unique_ptr<app::WorldStore>>(const std::string& directory, bool write)>
      open_world;
  // The maps of the world in the directory.
  std::function<std::unique_ptr<app::MapFolder>(const std::string& directory)> open_maps;
  // Serves until the user ends it.
  std::function<Result<void>(const ServeOrder&)> serve;
  // Opens a language engine by name: "ipadic" (also when empty) or "unidic".
  std::function<Result<std::unique_ptr<app::MorphologicalEngine>>(const std::string& name)>
      open_engine;
  // A service that translates by machine; its key comes from the environment.
  std::function<Result<std::unique_ptr<app::MachineTranslator>>(const app::TranslationProvider&)>
      open_translator;
  // The library that plans can be checked against.
  std::function<Result<std::unique_ptr<app::MixedSolver>>()> open_solver;
  // How files of an import are looked at ahead: on as many threads as the machine has processors.
  app::InOrder in_order = app::one_by_one;
  // Says whether so many seconds have passed since.
  std::function<std::function<bool()>(double seconds)> stop_after;
  const app::FileSource* files = nullptr;
  app::FileSink* sink = nullptr;
  Instant now;
  Date today;
  std::string language;  // of the user's locale: "ja" or "en"
  std::function<void(std::string_view)> out;
  std::function<void(std::string_view)> err;
  // Fills the buffer from standard input; 0 at its end. For commands that work as filters.
  std::function<size_t(std::span<char>)> read_input;
  // A line a person types; empty where nobody sits at a terminal.
  std::function<std::optional<std::string>()> read_line;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
};

// Exit codes; stable, part of the contract.
enum Exit : int { ok = 0, failure = 1, usage = 2, rejected = 3, not_found = 4 };

// Runs one command; `words` are the program's arguments without its name.
int run(std::span<const std::string> words, const Surroundings& surroundings);

}  // namespace umikoe::cli
