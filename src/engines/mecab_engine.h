#pragma once

#include <memory>
#include <string>

#include "app/ports.h"

namespace umikoe::engines {

enum class Dictionary : uint8_t {
  ipadic,  // the default: 50 MB, with our own table of what it lacks
  unidic   // the best one known to us: 4.9 GB, optional
};

// MeCab with a dictionary of this machine. Errors: dictionary_missing (with the package that brings
// it), dictionary_broken.
Result<std::unique_ptr<app::MorphologicalEngine>> open_mecab(Dictionary dictionary);

// The same with the dictionary in a given folder.
Result<std::unique_ptr<app::MorphologicalEngine>> open_mecab(Dictionary dictionary,
                                                             const std::string& folder);

}  // namespace umikoe::engines
