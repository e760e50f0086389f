#pragma once

#include <string>
#include <vector>

#include "source.h"

namespace umikoe::tidy {

struct Tree {
  std::vector<Source> sources;
  std::vector<std::string> paths;  // every file, also those that are not text
};

// Reads the files people write under `root`; build folders and packages are left out.
Tree read_tree(const std::string& root);

}  // namespace umikoe::tidy
