#include "base/language_tag.h"

#include <algorithm>
#include <vector>

#include "base/territory.h"

namespace umikoe {
namespace {

// ISO 639-1, which RFC 5646 section 2.2.1 prefers wherever a two-letter code exists.
constexpr std::string_view two_letter_languages =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu "
    "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
    "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks "
    "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl "
    "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
    "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve "
    "vi vo wa wo xh yi yo za zh zu";
// The ISO 639-2 codes of those same languages: well formed, but never valid in a tag.
constexpr std::string_view shadowed_languages =
    "aar abk afr aka alb amh ara arg arm asm ava ave aym aze bak bam baq bel ben bih bis bod "
    "bos bre bul bur cat ces cha che chi chu chv cor cos cre cym cze dan deu div dut dzo ell "
    "eng epo est eus ewe fao fas fij fin fra fre fry ful geo ger gla gle glg glv gre grn guj "
    "hat hau heb her hin hmo hrv hun hye ibo ice ido iii iku ile ina ind ipk isl ita jav jpn "
    "kal kan kas kat kau kaz khm kik kin kir kom kon kor kua kur lao lat lav lim lin lit ltz "
    "lub lug mac mah mal mao mar may mkd mlg mlt mon mri msa mya nau nav nbl nde ndo nep nld "
    "nno nob nor nya oci oji ori orm oss pan per pli pol por pus que roh ron rum run rus sag "
    "san sin slk slo slv sme smo sna snd som sot spa sqi srd srp ssw sun swa swe tah tam tat "
    "tel tgk tgl tha tib tir ton tsn tso tuk tur twi uig ukr urd uzb ven vie vol wel wln wol "
    "xho yid yor zha zho zul";
// ISO 15924.
constexpr std::string_view scripts =
    "Adlm Afak Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Blis Bopo "
    "Brah Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Cirt Copt Cprt Cyrl Cyrs Deva Diak "
    "Dogr Dsrt Dupl Egyd Egyh Egyp Elba Elym Ethi Geok Geor Glag Gong Gonm Goth Gran Grek "
    "Gujr Guru Hanb Hang Hani Hano Hans Hant Hatr Hebr Hira Hluw Hmng Hmnp Hrkt Hung Inds "
    "Ital Jamo Java Jpan Jurc Kali Kana Khar Khmr Khoj Kitl Kits Knda Kore Kpel Kthi Lana "
    "Laoo Latf Latg Latn Leke Lepc Limb Lina Linb Lisu Loma Lyci Lydi Mahj Maka Mand Mani "
    "Marc Maya Medf Mend Merc Mero Mlym Modi Mong Moon Mroo Mtei Mult Mymr Nand Narb Nbat "
    "Newa Nkgb Nkoo Nshu Ogam Olck Orkh Orya Osge Osma Palm Pauc Perm Phag Phli Phlp Phlv "
    "Phnx Piqd Plrd Prti Qaaa Qabx Rjng Rohg Roro Runr Samr Sara Sarb Saur Sgnw Shaw Shrd "
    "Sidd Sind Sinh Sogd Sogo Sora Sund Sylo Syrc Syre Syrj Syrn Tagb Takr Tale Talu Taml "
    "Tang Tavt Telu Teng Tfng Tglg Thaa Thai Tibt Tirh Ugar Vaii Visp Wara Wcho Wole Xpeo "
    "Xsux Yezi Yiii Zinh Zmth Zsye Zsym Zxxx Zyyy Zzzz";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_letters(std::string_view text) { return std::ranges::all_of(text, is_letter); }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

// The lists are words of one length with a space between, so a hit at another place is none.
bool listed(std::string_view list, std::string_view word) {
  const size_t step = word.size() + 1;
  for (size_t at = 0; at + word.size() <= list.size(); at += step) {
    if (list.substr(at, word.size()) == word) return true;
  }
  return false;
}

enum class Kind { language, script, region, variant, private_use, none };

// What a subtag can be from its form alone (RFC 5646 section 2.1).
Kind kind_of(std::string_view subtag, bool first) {
  const size_t size = subtag.size();
  const bool letters = all_letters(subtag);
  if (first) return letters && size >= 2 && size <= 8 && size != 4 ? Kind::language : Kind::none;
  if (size == 1 && lower(subtag[0]) == 'x') return Kind::private_use;
  if (size == 4 && letters) return Kind::script;
  if ((size == 2 && letters) || (size == 3 && all_digits(subtag))) return Kind::region;
  if ((size >= 5 && size <= 8) || (size == 4 && is_digit(subtag[0]))) return Kind::variant;
  return Kind::none;
}

// The case RFC 5646 section 2.1.1 recommends: ja, Latn, JP.
std::string in_recommended_case(std::string_view subtag, Kind kind) {
  std::string text(subtag);
  std::ranges::transform(text, text.begin(), kind == Kind::region ? upper : lower);
  if (kind == Kind::script) text[0] = upper(text[0]);
  return text;
}

// Three-letter codes are taken on trust (ISO 639-3 has 7,900 of them) unless a two-letter one
// exists.
bool is_known(std::string_view subtag, Kind kind) {
  switch (kind) {
    case Kind::language:
      if (subtag.size() == 2) return listed(two_letter_languages, subtag);
      return subtag.size() == 3 && !listed(shadowed_languages, subtag);
    case Kind::script:
      return listed(scripts, subtag);
    case Kind::region:
      return subtag.size() == 3 || subtag == "EU" || subtag == "UN" ||
             TerritoryCode::parse(subtag).has_value();
    case Kind::variant:
      return subtag == "hepburn" || subtag == "heploc" || subtag == "pinyin" ||
             subtag == "wadegile";
    case Kind::private_use:
    case Kind::none:
      return false;
  }
  return false;
}

std::vector<std::string_view> subtags_of(std::string_view written) {
  std::vector<std::string_view> subtags;
  for (;;) {
    const size_t end = written.find_first_of("-_");
    subtags.push_back(written.substr(0, end));
    if (end == std::string_view::npos) return subtags;
    written.remove_prefix(end + 1);
  }
}

bool has_script_form(std::string_view subtag) { return kind_of(subtag, false) == Kind::script; }

// The subtag after the first that the form allows, such as "Latn" of "ja-Latn".
std::string_view second_subtag(std::string_view text) {
  const size_t begin = text.find('-');
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin + 1);
  return text.substr(0, text.find('-'));
}

// Longer than any tag of language, script, region and variants that real files hold.
constexpr size_t tag_bytes_max = 64;

}  // namespace

std::string_view LanguageTag::language() const {
  return std::string_view(text).substr(0, text.find('-'));
}

std::string_view LanguageTag::script() const {
  const std::string_view second = second_subtag(text);
  return has_script_form(second) ? second : std::string_view{};
}

ParsedLanguageTag parse_language_tag(std::string_view written) {
  const ParsedLanguageTag malformed = {LanguageTag{std::string(written)},
                                       LanguageTagState::malformed};
  if (written.empty() || written.size() > tag_bytes_max) return malformed;
  std::string text;
  bool unknown = false;
  bool private_part = false;
  Kind last = Kind::none;
  for (const std::string_view subtag : subtags_of(written)) {
    const bool well_formed =
        !subtag.empty() && subtag.size() <= 8 &&
        std::ranges::all_of(subtag, [](char c) { return is_letter(c) || is_digit(c); });
    if (!well_formed) return malformed;
    const Kind kind = private_part ? Kind::private_use : kind_of(subtag, text.empty());
    // Three letters after the language are an extended language (or a country's alpha-3): kept, but
    // not known to any registry we carry.
    const bool extended = last == Kind::language && subtag.size() == 3 && all_letters(subtag);
    if (kind == Kind::none && !extended) return malformed;
    const bool repeatable = kind == Kind::variant || kind == Kind::private_use;
    if (!extended && !text.empty() && !repeatable && kind <= last) return malformed;
    const std::string normal = in_recommended_case(subtag, kind);
    unknown = unknown || !is_known(normal, kind);
    private_part = private_part || kind == Kind::private_use;
    if (!text.empty()) text += '-';
    text += normal;
    if (!extended) last = kind;
  }
  LanguageTagState state = LanguageTagState::good;
  if (text != written) state = LanguageTagState::bad_case;
  if (written.contains('_')) state = LanguageTagState::bad_separator;
  if (unknown) state = LanguageTagState::unknown_subtag;
  return {LanguageTag{std::move(text)}, state};
}

}  // namespace umikoe
