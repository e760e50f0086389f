#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/loaded_world.h"

namespace umikoe::app {

// What somebody stated about how a name is read or spelt in Latin letters. It always goes before
// what is computed: the artist's own spelling is stored, never guessed.
struct KnownName {
  std::string reading;  // katakana; may be empty
  std::string latin;    // may be empty
};

using KnownNames = std::map<std::string, KnownName, std::less<>>;

// By the name in its original script, from deliveries, tables and approved name forms; two
// statements that differ cancel each other, since a person has to say which one is right.
KnownNames known_names(const LoadedWorld& world);

}  // namespace umikoe::app
