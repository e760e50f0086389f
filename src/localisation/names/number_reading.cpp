#include "localisation/names/number_reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/code_points.h"
#include "base/utf8.h"
#include "localisation/names/kana.h"

namespace umikoe::localisation {
namespace {

constexpr size_t digits_max = 16;

constexpr std::array<std::string_view, 10> digits{"",   "イチ", "ニ",   "サン", "ヨン",
                                                  "ゴ", "ロク", "ナナ", "ハチ", "キュウ"};
constexpr std::array<std::string_view, 10> hundreds{
    "",         "ヒャク",     "ニヒャク",   "サンビャク", "ヨンヒャク",
    "ゴヒャク", "ロッピャク", "ナナヒャク", "ハッピャク", "キュウヒャク"};
constexpr std::array<std::string_view, 10> thousands{
    "",       "セン",     "ニセン",   "サンゼン", "ヨンセン",
    "ゴセン", "ロクセン", "ナナセン", "ハッセン", "キュウセン"};

// 1 to 9999; a leading one before 千 is silent, except before 万 and above, as people count.
std::string below_ten_thousand(uint64_t number, bool more_follows) {
  std::string kana;
  const uint64_t thousand = number / 1000;
  kana += thousand == 1 && more_follows ? std::string_view("イッセン") : thousands[thousand];
  kana += hundreds[number / 100 % 10];
  const uint64_t ten = number / 10 % 10;
  if (ten > 1) kana += digits[ten];
  if (ten > 0) kana += "ジュウ";
  kana += digits[number % 10];
  return kana;
}

// Whole readings of number and counter that follow no rule.
struct FixedReading {
  std::string_view counter;
  uint64_t number;
  std::string_view kana;
};
constexpr std::array fixed = std::to_array<FixedReading>({
    {"日", 1, "ツイタチ"},        {"日", 2, "フツカ"},
    {"日", 3, "ミッカ"},          {"日", 4, "ヨッカ"},
    {"日", 5, "イツカ"},          {"日", 6, "ムイカ"},
    {"日", 7, "ナノカ"},          {"日", 8, "ヨウカ"},
    {"日", 9, "ココノカ"},        {"日", 10, "トオカ"},
    {"日", 14, "ジュウヨッカ"},   {"日", 20, "ハツカ"},
    {"日", 24, "ニジュウヨッカ"}, {"人", 1, "ヒトリ"},
    {"人", 2, "フタリ"},          {"人", 4, "ヨニン"},
    {"月", 4, "シガツ"},          {"月", 7, "シチガツ"},
    {"月", 9, "クガツ"},          {"時", 4, "ヨジ"},
    {"時", 7, "シチジ"},          {"時", 9, "クジ"},
    {"年", 4, "ヨネン"},          {"歳", 20, "ハタチ"},
    {"才", 20, "ハタチ"},         {"つ", 1, "ヒトツ"},
    {"つ", 2, "フタツ"},          {"つ", 3, "ミッツ"},
    {"つ", 4, "ヨッツ"},          {"つ", 5, "イツツ"},
    {"つ", 6, "ムッツ"},          {"つ", 7, "ナナツ"},
    {"つ", 8, "ヤッツ"},          {"つ", 9, "ココノツ"},
});

// Counters of Sino-Japanese origin and their plain reading; by its first sound the number before
// it changes.
struct Counter {
  std::string_view written;
  std::string_view kana;
};
constexpr std::array counters = std::to_array<Counter>({
    {"本", "ホン"},     {"匹", "ヒキ"},       {"杯", "ハイ"},   {"分", "フン"},
    {"泊", "ハク"},     {"票", "ヒョウ"},     {"回", "カイ"},   {"階", "カイ"},
    {"個", "コ"},       {"曲", "キョク"},     {"件", "ケン"},   {"巻", "カン"},
    {"ヶ月", "カゲツ"}, {"か月", "カゲツ"},   {"キロ", "キロ"}, {"歳", "サイ"},
    {"才", "サイ"},     {"冊", "サツ"},       {"章", "ショウ"}, {"週間", "シュウカン"},
    {"秒", "ビョウ"},   {"点", "テン"},       {"等", "トウ"},   {"頭", "トウ"},
    {"通", "ツウ"},     {"丁目", "チョウメ"}, {"着", "チャク"}, {"枚", "マイ"},
    {"万", "マン"},     {"年", "ネン"},       {"日", "ニチ"},   {"人", "ニン"},
    {"月", "ガツ"},     {"時", "ジ"},         {"号", "ゴウ"},   {"番", "バン"},
    {"度", "ド"},       {"夜", "ヤ"},         {"色", "ショク"}, {"話", "ワ"},
    {"組", "クミ"},
});

std::string replaced_end(std::string kana, std::string_view end, std::string_view by) {
  if (kana.ends_with(end)) kana.replace(kana.size() - end.size(), end.size(), by);
  return kana;
}

// イチ、ハチ、ジュウ shorten before k, s, t and h; ロク and ヒャク before k and h.
std::string shortened(std::string number, char first) {
  const bool hard = first == 'k' || first == 'h';
  if (hard) {
    number = replaced_end(replaced_end(number, "ロク", "ロッ"), "ヒャク", "ヒャッ");
  }
  if (hard || first == 's' || first == 't') {
    number = replaced_end(replaced_end(number, "イチ", "イッ"), "ハチ", "ハッ");
    number = replaced_end(number, "ジュウ", "ジュッ");
  }
  return number;
}

std::string first_kana_moved(std::string_view kana, int by) {
  std::string text;
  bool first = true;
  for (const char32_t c : EachCodePoint(kana)) {
    append_utf8(text, first ? c + static_cast<char32_t>(by) : c);
    first = false;
  }
  return text;
}

struct CountedReading {
  std::string number;
  std::string counter;
};

CountedReading counted(uint64_t number, const Counter& counter) {
  const std::string_view first = morae(counter.kana).front().latin;
  const char sound = first == "fu" ? 'h' : first.starts_with("ch") ? 't' : first[0];
  const std::string plain = number_in_kana(number);
  CountedReading reading{shortened(plain, sound), std::string(counter.kana)};
  if (sound == 'h') {
    // ホン: ポン after a shortened number, ボン after サン (フン and ハク: プン, パク).
    const bool soft = first == "fu" || counter.written == "泊" || counter.written == "票";
    if (reading.number.ends_with("ッ")) {
      reading.counter = first_kana_moved(counter.kana, 2);
    } else if (plain.ends_with("サン")) {
      reading.counter = first_kana_moved(counter.kana, soft ? 2 : 1);
    }
  }
  return reading;
}

std::optional<uint64_t> number_of(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  // 007 is a name and no number to count with.
  const bool padded = text.size() > 1 && text.front() == '0';
  return whole && !padded && text.size() <= digits_max ? std::optional(number) : std::nullopt;
}

bool is_digits(const Morpheme& morpheme) {
  return !morpheme.surface.empty() &&
         std::ranges::all_of(morpheme.surface, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_japanese(const Morpheme& morpheme) {
  return std::ranges::any_of(EachCodePoint(morpheme.surface), [](char32_t c) {
    return is_kanji(c) || is_hiragana(c) || is_katakana(c);
  });
}

// Gives the number at `at`, and the counter behind it where there is one, their reading.
void read_number(std::vector<Morpheme>& morphemes, size_t at) {
  const auto number = number_of(morphemes[at].surface);
  if (!number) return;
  morphemes[at].kana = number_in_kana(*number);
  if (at + 1 >= morphemes.size() || morphemes[at + 1].after_gap) return;
  Morpheme& behind = morphemes[at + 1];
  const auto exact = std::ranges::find_if(fixed, [&](const FixedReading& row) {
    return row.counter == behind.surface && row.number == *number;
  });
  if (exact != fixed.end()) {
    morphemes[at].surface += behind.surface;
    morphemes[at].kana = exact->kana;
    morphemes.erase(morphemes.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return;
  }
  const auto counter = std::ranges::find(counters, behind.surface, &Counter::written);
  if (counter == counters.end()) return;
  const CountedReading reading = counted(*number, *counter);
  morphemes[at].kana = reading.number;
  behind.kana = reading.counter;
}

}  // namespace

std::string number_in_kana(uint64_t number) {
  if (number == 0) return "ゼロ";
  constexpr std::array<std::string_view, 4> powers{"", "マン", "オク", "チョウ"};
  std::string kana;
  uint64_t divisor = 1'000'000'000'000;
  for (size_t power = powers.size(); power-- > 0; divisor /= 10'000) {
    const uint64_t part = number / divisor % 10'000;
    if (part == 0) continue;
    std::string words = below_ten_thousand(part, power > 0);
    // 一兆 is イッチョウ, 八兆 ハッチョウ, 十兆 ジュッチョウ.
    if (power == 3) words = shortened(words, 't');
    kana += words;
    kana += powers[power];
  }
  return kana;
}

void read_numbers(std::vector<Morpheme>& morphemes) {
  for (size_t at = 0; at < morphemes.size(); ++at) {
    if (!is_digits(morphemes[at])) continue;
    const auto next = morphemes.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    auto end = next;
    while (end != morphemes.end() && is_digits(*end) && !end->after_gap) {
      morphemes[at].surface += (end++)->surface;
    }
    morphemes.erase(next, end);
    morphemes[at].kana = morphemes[at].surface;
    const bool japanese_behind =
        at + 1 < morphemes.size() && !morphemes[at + 1].after_gap && is_japanese(morphemes[at + 1]);
    const bool japanese_before =
        at > 0 && !morphemes[at].after_gap && is_japanese(morphemes[at - 1]);
    if (japanese_behind || japanese_before) read_number(morphemes, at);
  }
}

}  // namespace umikoe::localisation
