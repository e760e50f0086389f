#include "stores/isrc_list.h"

namespace umikoe::stores {

std::string isrc_list(const app::OfRecordings& some) {
  std::string list = "[";
  for (const Isrc& isrc : some.some()) {
    if (list.size() > 1) list += ',';
    list += '"';
    list += isrc.view();
    list += '"';
  }
  return list + ']';
}

std::vector<std::string> isrc_texts(std::span<const Isrc> isrcs) {
  std::vector<std::string> texts;
  for (const Isrc& isrc : isrcs) texts.emplace_back(isrc.view());
  return texts;
}

}  // namespace umikoe::stores
