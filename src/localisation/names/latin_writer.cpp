#include "localisation/names/latin_writer.h"

#include <algorithm>

#include "localisation/names/kana.h"

namespace umikoe::localisation {
namespace {

struct Sound {
  std::string_view latin;
  bool is_kana = true;
  bool first_of_piece = false;
  bool stays_short = false;
};

std::vector<Sound> sounds_of(const std::vector<KanaPiece>& pieces, Scheme scheme) {
  std::vector<Sound> sounds;
  for (const KanaPiece& piece : pieces) {
    bool first = true;
    for (const Mora& mora : morae(piece.kana)) {
      // ヲ is typed wo and said o.
      const bool said_o = mora.kana == "ヲ" && scheme != Scheme::wapuro;
      sounds.push_back({said_o ? std::string_view("o") : mora.latin, mora.is_kana, first, false});
      first = false;
    }
    if (piece.ends_in_particle && !sounds.empty()) {
      sounds.back().latin = sounds.back().latin == "he" ? "e" : "wa";
    }
    if (piece.keeps_final_u && !sounds.empty() && sounds.back().latin == "u") {
      sounds.back().stays_short = true;
    }
  }
  return sounds;
}

bool is_vowel(char c) { return std::string_view("aiueo").contains(c); }

const Sound* next_kana(const std::vector<Sound>& sounds, size_t at) {
  return at + 1 < sounds.size() && sounds[at + 1].is_kana ? &sounds[at + 1] : nullptr;
}

std::string_view macron(char vowel) {
  switch (vowel) {
    case 'a':
      return "ā";
    case 'i':
      return "ī";
    case 'u':
      return "ū";
    case 'e':
      return "ē";
    case 'o':
      return "ō";
    default:
      return {};
  }
}

// Whether this vowel lengthens the one before it: おう, おお, うう; with a long mark every vowel.
// ああ and ええ too, ei and ii are kept (modified Hepburn).
bool lengthens(std::string_view text, const Sound& sound) {
  if (text.empty() || sound.stays_short || sound.first_of_piece) return false;
  const char before = text.back();
  if (sound.latin == "u") return before == 'o' || before == 'u';
  if (sound.latin == "o") return before == 'o';
  if (sound.latin == "a") return before == 'a';
  return sound.latin == "e" && before == 'e';
}

void lengthen(std::string& text, Scheme scheme) {
  const char vowel = text.back();
  if (!is_vowel(vowel)) return;
  if (scheme == Scheme::passport) return;
  text.pop_back();
  text += macron(vowel);
}

void double_next(std::string& text, const Sound* next, Scheme scheme) {
  if (!next || next->latin.empty()) return;
  const char first = next->latin.front();
  if (is_vowel(first) || first == 'n' || first == '-' || first == 'q') return;
  const bool before_ch = next->latin.starts_with("ch");
  text += before_ch && scheme != Scheme::wapuro ? 't' : first;
}

void add_n(std::string& text, const Sound* next, Scheme scheme) {
  const char first = next && !next->latin.empty() ? next->latin.front() : 0;
  const bool lips = first == 'b' || first == 'm' || first == 'p';
  text += scheme == Scheme::passport && lips ? 'm' : 'n';
  const bool apart = is_vowel(first) || first == 'y';
  if (apart && (scheme == Scheme::hepburn || scheme == Scheme::ala_lc)) text += '\'';
}

bool ends_in_macron(std::string_view text) {
  return std::ranges::any_of(std::initializer_list<std::string_view>{"ā", "ī", "ū", "ē", "ō"},
                             [&](std::string_view vowel) { return text.ends_with(vowel); });
}

// The passport rule: long o and u are not shown, but a final お of its own (妹尾 SENOO) is.
bool passport_drops(std::string_view text, const Sound& sound, bool last) {
  if (!lengthens(text, sound)) return false;
  if (sound.latin == "o") return !last;
  return sound.latin == "u";
}

void add_vowel(std::string& text, const Sound& sound, bool last, Scheme scheme) {
  switch (scheme) {
    case Scheme::wapuro:
      text += sound.latin;
      return;
    case Scheme::passport:
      if (!passport_drops(text, sound, last)) text += sound.latin;
      return;
    default:
      if (lengthens(text, sound) && !ends_in_macron(text)) {
        lengthen(text, scheme);
      } else {
        text += sound.latin;
      }
  }
}

}  // namespace

std::string latin_word(const std::vector<KanaPiece>& pieces, Scheme scheme) {
  const std::vector<Sound> sounds = sounds_of(pieces, scheme);
  std::string text;
  for (size_t at = 0; at < sounds.size(); ++at) {
    const Sound& sound = sounds[at];
    if (!sound.is_kana) {
      text += sound.latin;
    } else if (sound.latin == "q") {
      double_next(text, next_kana(sounds, at), scheme);
    } else if (sound.latin == "-") {
      if (text.empty() || ends_in_macron(text)) continue;
      if (scheme == Scheme::wapuro && is_vowel(text.back())) text += text.back();
      if (scheme != Scheme::wapuro) lengthen(text, scheme);
    } else if (sound.latin == "n") {
      add_n(text, next_kana(sounds, at), scheme);
    } else if (sound.latin.size() == 1 && is_vowel(sound.latin.front())) {
      add_vowel(text, sound, at + 1 == sounds.size(), scheme);
    } else {
      text += sound.latin;
    }
  }
  if (scheme == Scheme::passport) {
    for (char& c : text) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
  }
  return text;
}

}  // namespace umikoe::localisation
