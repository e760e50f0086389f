#include "engines/mecab_engine.h"

#include <fmt/format.h>
#include <mecab.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "base/limits.h"
#include "engines/mecab_features.h"
#include "engines_blobs.h"

namespace umikoe::engines {
namespace {

struct DictionaryPlace {
  Dictionary dictionary;
  std::string_view name;
  std::string_view folder;  // of Debian's package
  std::string_view package;
};
constexpr std::array places = std::to_array<DictionaryPlace>({
    {Dictionary::ipadic, "ipadic", "/var/lib/mecab/dic/ipadic-utf8", "mecab-ipadic-utf8"},
    {Dictionary::unidic, "unidic", "/var/lib/mecab/dic/unidic", "unidic-mecab"},
});

const DictionaryPlace& place_of(Dictionary dictionary) {
  return places[static_cast<size_t>(dictionary)];
}

// Our own words for ipadic lie inside the program, but MeCab takes files only: a file in memory.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : handle_(memfd_create("umikoe-words", MFD_CLOEXEC)) {
    while (handle_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(handle_, bytes.data(), bytes.size());
      if (written <= 0) break;
      bytes.remove_prefix(static_cast<size_t>(written));
    }
    complete_ = handle_ >= 0 && bytes.empty();
  }
  ~MemoryFile() {
    if (handle_ >= 0) ::close(handle_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  bool complete() const { return complete_; }
  std::string path() const { return fmt::format("/proc/self/fd/{}", handle_); }

 private:
  int handle_;
  bool complete_ = false;
};

class MecabEngine final : public app::MorphologicalEngine {
 public:
  MecabEngine(Dictionary dictionary, std::unique_ptr<MeCab::Model> model)
      : dictionary_(dictionary),
        model_(std::move(model)),
        tagger_(model_->createTagger()),
        lattice_(model_->createLattice()) {
    size_t words = 0;
    for (const auto* info = model_->dictionary_info(); info; info = info->next) words += info->size;
    name_ = fmt::format("mecab {} {} {} words", MeCab::Model::version(), place_of(dictionary).name,
                        words);
  }

  const std::string& name() const override { return name_; }

  Result<std::vector<localisation::MorphemePath>> analyse(std::string_view text,
                                                          size_t count) override {
    if (static_cast<int64_t>(text.size()) > limits::name_bytes.value) {
      return fail("text_too_long", {{"limit", std::to_string(limits::name_bytes.value)}});
    }
    lattice_->set_sentence(text.data(), text.size());
    lattice_->set_request_type(count > 1 ? MECAB_NBEST : MECAB_ONE_BEST);
    std::vector<localisation::MorphemePath> paths;
    if (!tagger_->parse(lattice_.get())) return paths;
    do {
      paths.push_back(path());
    } while (paths.size() < count && lattice_->next());
    return paths;
  }

 private:
  localisation::MorphemePath path() const {
    localisation::MorphemePath path;
    const auto convert = dictionary_ == Dictionary::ipadic ? ipadic_morpheme : unidic_morpheme;
    for (const MeCab::Node* node = lattice_->bos_node(); node; node = node->next) {
      if (node->stat == MECAB_EOS_NODE) {
        path.cost = node->cost;
        continue;
      }
      if (node->stat == MECAB_BOS_NODE) continue;
      auto morpheme = convert({node->surface, node->length}, node->feature);
      morpheme.after_gap = node->rlength > node->length;
      path.morphemes.push_back(std::move(morpheme));
    }
    return path;
  }

  Dictionary dictionary_;
  std::unique_ptr<MeCab::Model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
  std::unique_ptr<MeCab::Lattice> lattice_;
  std::string name_;
};

}  // namespace

Result<std::unique_ptr<app::MorphologicalEngine>> open_mecab(Dictionary dictionary) {
  return open_mecab(dictionary, std::string(place_of(dictionary).folder));
}

Result<std::unique_ptr<app::MorphologicalEngine>> open_mecab(Dictionary dictionary,
                                                             const std::string& folder) {
  const DictionaryPlace& place = place_of(dictionary);
  struct stat status {};
  if (::stat((folder + "/sys.dic").c_str(), &status) != 0) {
    return fail("dictionary_missing",
                {{"dictionary", std::string(place.name)}, {"package", std::string(place.package)}},
                Where{folder, 0, ""});
  }
  const MemoryFile words(blobs::ipadic_words());
  // No rc file of the user's: the same words must be read alike on every machine.
  std::string options = "-r " + folder + "/dicrc -d " + folder;
  if (dictionary == Dictionary::ipadic) {
    if (!words.complete()) return fail("dictionary_broken", {}, Where{"ipadic_words", 0, ""});
    options += " -u " + words.path();
  }
  std::unique_ptr<MeCab::Model> model(MeCab::createModel(options.c_str()));
  if (!model) return fail("dictionary_broken", {}, Where{folder, 0, ""});
  return std::make_unique<MecabEngine>(dictionary, std::move(model));
}

}  // namespace umikoe::engines
