#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace umikoe::demand {

// Which artists were ever seen where: rows of a presence table.
struct Presence {
  struct Row {
    std::string artist;                 // as written
    std::vector<uint32_t> territories;  // indices, ascending, each once
  };
  std::vector<std::string> territories;  // as written, ascending: "hk", "jp"
  std::vector<Row> rows;
};

// The table of rows of an artist and territory words. Words that are no territory ("global") are
// left out; a row of the same artist twice stays two rows.
Presence presence_of(const std::vector<std::pair<std::string, std::vector<std::string>>>& rows);

}  // namespace umikoe::demand
