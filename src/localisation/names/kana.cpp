#include "localisation/names/kana.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/code_points.h"
#include "base/utf8.h"

namespace umikoe::localisation {
namespace {

constexpr char32_t long_mark = U'ー';
constexpr int hiragana_to_katakana = 0x60;

constexpr bool in_hiragana(char32_t c) {
  return (c >= U'ぁ' && c <= U'ゖ') || c == U'ゝ' || c == U'ゞ';
}
constexpr bool in_katakana(char32_t c) {
  return (c >= U'ァ' && c <= U'ヺ') || c == U'ヽ' || c == U'ヾ';
}

template <class Predicate>
bool all_are(std::string_view text, Predicate predicate) {
  return !text.empty() && std::ranges::all_of(EachCodePoint(text), predicate);
}

using Row = std::pair<std::u32string_view, std::string_view>;

// Hepburn of two kana, then of one. Foreign sounds follow the Cabinet's list of 1991.
constexpr std::array two_kana = std::to_array<Row>({
    {U"キャ", "kya"}, {U"キュ", "kyu"}, {U"キョ", "kyo"}, {U"シャ", "sha"}, {U"シュ", "shu"},
    {U"ショ", "sho"}, {U"シェ", "she"}, {U"チャ", "cha"}, {U"チュ", "chu"}, {U"チョ", "cho"},
    {U"チェ", "che"}, {U"ニャ", "nya"}, {U"ニュ", "nyu"}, {U"ニョ", "nyo"}, {U"ヒャ", "hya"},
    {U"ヒュ", "hyu"}, {U"ヒョ", "hyo"}, {U"ミャ", "mya"}, {U"ミュ", "myu"}, {U"ミョ", "myo"},
    {U"リャ", "rya"}, {U"リュ", "ryu"}, {U"リョ", "ryo"}, {U"ギャ", "gya"}, {U"ギュ", "gyu"},
    {U"ギョ", "gyo"}, {U"ジャ", "ja"},  {U"ジュ", "ju"},  {U"ジョ", "jo"},  {U"ジェ", "je"},
    {U"ヂャ", "ja"},  {U"ヂュ", "ju"},  {U"ヂョ", "jo"},  {U"ビャ", "bya"}, {U"ビュ", "byu"},
    {U"ビョ", "byo"}, {U"ピャ", "pya"}, {U"ピュ", "pyu"}, {U"ピョ", "pyo"}, {U"ファ", "fa"},
    {U"フィ", "fi"},  {U"フェ", "fe"},  {U"フォ", "fo"},  {U"フュ", "fyu"}, {U"ティ", "ti"},
    {U"トゥ", "tu"},  {U"ディ", "di"},  {U"ドゥ", "du"},  {U"デュ", "dyu"}, {U"テュ", "tyu"},
    {U"ヴァ", "va"},  {U"ヴィ", "vi"},  {U"ヴェ", "ve"},  {U"ヴォ", "vo"},  {U"ヴュ", "vyu"},
    {U"ウィ", "wi"},  {U"ウェ", "we"},  {U"ウォ", "wo"},  {U"イェ", "ye"},  {U"クァ", "kwa"},
    {U"クィ", "kwi"}, {U"クェ", "kwe"}, {U"クォ", "kwo"}, {U"グァ", "gwa"}, {U"ツァ", "tsa"},
    {U"ツィ", "tsi"}, {U"ツェ", "tse"}, {U"ツォ", "tso"}, {U"スィ", "si"},  {U"ズィ", "zi"},
    {U"キェ", "kye"}, {U"ニェ", "nye"}, {U"ヒェ", "hye"},
});

constexpr std::array one_kana = std::to_array<std::string_view>({
    // ァ (U+30A1) to ヺ (U+30FA), in order of code points.
    "a",  "a",  "i",   "i",  "u",  "u",   "e",  "e",   "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go", "sa",  "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "chi", "ji", "q",  "tsu", "zu", "te",  "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi", "bi",  "pi", "fu",  "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me", "mo",  "ya", "ya",  "yu", "yu", "yo", "yo", "ra", "ri", "ru",
    "re", "ro", "wa",  "wa", "i",  "e",   "wo", "n",   "vu", "ka", "ke", "va", "vi", "ve", "vo",
});
static_assert(one_kana.size() == 0x30FA - 0x30A1 + 1);

// two_kana as a table of first kana by small second one.
constexpr std::u32string_view small_kana = U"ァィゥェォャュョヮ";
constexpr size_t kana_count = one_kana.size();
constexpr auto pairs = [] {
  std::array<std::array<std::string_view, small_kana.size()>, kana_count> table{};
  for (const auto& [both, latin] : two_kana) {
    table[both[0] - U'ァ'][small_kana.find(both[1])] = latin;
  }
  return table;
}();

// The letters of two kana that are said as one; empty where they are not.
std::string_view pair_latin(char32_t first, std::string_view rest) {
  if (rest.empty()) return {};
  const size_t second = small_kana.find(decode_front(rest).code_point);
  return second == std::u32string_view::npos ? std::string_view{} : pairs[first - U'ァ'][second];
}

}  // namespace

std::string to_katakana(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char32_t c : EachCodePoint(text)) {
    append_utf8(result, in_hiragana(c) ? c + hiragana_to_katakana : c);
  }
  return result;
}

std::string to_hiragana(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char32_t c : EachCodePoint(text)) {
    const bool has_twin = (c >= U'ァ' && c <= U'ヶ') || c == U'ヽ' || c == U'ヾ';
    append_utf8(result, has_twin ? c - hiragana_to_katakana : c);
  }
  return result;
}

std::string with_present_kana(std::string_view katakana) {
  if (!katakana.contains("ヰ") && !katakana.contains("ヱ")) return std::string(katakana);
  std::string result;
  for (const char32_t c : EachCodePoint(katakana)) {
    append_utf8(result, c == U'ヰ' ? U'イ' : c == U'ヱ' ? U'エ' : c);
  }
  return result;
}

bool is_kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) || c == U'々' || c == U'〆';
}
bool is_hiragana(char32_t c) { return in_hiragana(c) || c == long_mark; }
bool is_katakana(char32_t c) { return in_katakana(c) || c == long_mark; }

bool is_spoken(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  if (is_kanji(c) || in_hiragana(c) || in_katakana(c) || c == long_mark) return true;
  const bool sign = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c == U'・' ||
                    (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x1F000 && c <= 0x1FAFF) ||
                    (c >= 0x80 && c <= 0xBF) || c == 0xD7 || c == 0xF7 || c == 0xFE0E ||
                    c == 0xFE0F || c == 0xFFFD || c == 0x309B || c == 0x309C;
  return !sign;
}

bool all_kanji(std::string_view text) { return all_are(text, is_kanji); }
bool any_kanji(std::string_view text) { return std::ranges::any_of(EachCodePoint(text), is_kanji); }
bool all_hiragana(std::string_view text) { return all_are(text, is_hiragana); }
bool all_katakana(std::string_view text) { return all_are(text, is_katakana); }
bool is_reading(std::string_view text) {
  return all_are(text, [](char32_t c) { return (c >= U'ァ' && c <= U'ヺ') || c == long_mark; });
}

size_t length_in_code_points(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

TextScript script_of(std::string_view text) {
  size_t count = 0;
  size_t kanji = 0;
  size_t hiragana = 0;
  size_t katakana = 0;
  for (const char32_t c : EachCodePoint(text)) {
    ++count;
    kanji += is_kanji(c);
    hiragana += is_hiragana(c);
    katakana += is_katakana(c);
  }
  if (count == 0) return TextScript::other;
  if (kanji == count) return TextScript::kanji;
  if (hiragana == count) return TextScript::hiragana;
  if (katakana == count) return TextScript::katakana;
  return kanji > 0 ? TextScript::with_kanji : TextScript::other;
}

std::vector<Mora> morae(std::string_view katakana) {
  constexpr size_t kana_bytes = 3;
  std::vector<Mora> result;
  result.reserve(katakana.size() / kana_bytes + 1);
  while (!katakana.empty()) {
    const auto [c, bytes, valid] = decode_front(katakana);
    Mora mora{katakana.substr(0, bytes), katakana.substr(0, bytes), false};
    if (c == long_mark) {
      mora = {mora.kana, "-", true};
    } else if (c >= U'ァ' && c <= U'ヺ') {
      const std::string_view both = pair_latin(c, katakana.substr(bytes));
      mora = {katakana.substr(0, both.empty() ? bytes : bytes + kana_bytes),
              both.empty() ? one_kana[c - U'ァ'] : both, true};
    }
    katakana.remove_prefix(mora.kana.size());
    result.push_back(mora);
  }
  return result;
}

}  // namespace umikoe::localisation
