#include "tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace umikoe::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view skipped_folders[] = {"build", ".git",        "node_modules",
                                                "dist",  "test-report", ".svelte-kit"};
constexpr std::string_view made_world = "demo";  // of ./start; only at the top
constexpr std::string_view text_endings[] = {".cpp",    ".h",     ".sql",     ".py",       ".md",
                                             ".txt",    ".cmake", ".ts",      ".js",       ".css",
                                             ".svelte", ".html",  ".feature", ".scenario", ".sh"};

bool is_skipped(const fs::path& folder, int depth) {
  const std::string name = folder.filename().string();
  if (depth == 0 && name == made_world) return true;
  return std::ranges::find(skipped_folders, name) != std::end(skipped_folders);
}

bool is_text(const std::string& path) {
  return std::ranges::any_of(text_endings, [&](auto ending) { return path.ends_with(ending); });
}

}  // namespace

Tree read_tree(const std::string& root) {
  Tree tree;
  for (auto at = fs::recursive_directory_iterator(root); at != fs::end(at); ++at) {
    if (at->is_directory() && is_skipped(at->path(), at.depth())) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file()) continue;
    const std::string path = fs::relative(at->path(), root).generic_string();
    tree.paths.push_back(path);
    if (!is_text(path)) continue;
    std::ostringstream text;
    text << std::ifstream(at->path()).rdbuf();
    tree.sources.push_back(make_source(path, text.str()));
  }
  std::ranges::sort(tree.sources, {}, &Source::path);
  std::ranges::sort(tree.paths);
  return tree;
}

}  // namespace umikoe::tidy
