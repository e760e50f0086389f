#include "rights/right.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::rights {
namespace {

constexpr std::array<std::string_view, right_count> right_words{"master",
                                                                "video_master",
                                                                "performers_making_available",
                                                                "composition_and_synchronisation",
                                                                "talent_image",
                                                                "production_committee",
                                                                "sample_or_cover",
                                                                "broadcaster_footage"};
constexpr std::array<std::string_view, 4> scope_words{"yes", "no", "silent", "not_asked"};

template <class T>
struct LedgerWord {
  std::string_view written;
  T value;
};

// Headings and cells of Japanese contract ledgers, in the words of the Copyright Act of Japan
// (Art. 92-2 and 96-2 for making available) and of the trade. 著作権 alone could be the work or
// the recording, so it is not here: a person is asked.
constexpr std::array ledger_rights{
    LedgerWord{"原盤", Right::master},
    LedgerWord{"原盤権", Right::master},
    LedgerWord{"映像原盤", Right::video_master},
    LedgerWord{"映像原盤権", Right::video_master},
    LedgerWord{"送信可能化権", Right::performers_making_available},
    LedgerWord{"実演家の送信可能化権", Right::performers_making_available},
    LedgerWord{"シンクロ", Right::composition_and_synchronisation},
    LedgerWord{"シンクロ権", Right::composition_and_synchronisation},
    LedgerWord{"楽曲・シンクロ", Right::composition_and_synchronisation},
    LedgerWord{"肖像", Right::talent_image},
    LedgerWord{"肖像・事務所承認", Right::talent_image},
    LedgerWord{"事務所承認", Right::talent_image},
    LedgerWord{"製作委員会", Right::production_committee},
    LedgerWord{"サンプリング", Right::sample_or_cover},
    LedgerWord{"カバー", Right::sample_or_cover},
    LedgerWord{"放送局映像", Right::broadcaster_footage},
};
constexpr std::array ledger_scopes{
    LedgerWord{"可", Scope::yes},
    LedgerWord{"許諾済", Scope::yes},
    LedgerWord{"不可", Scope::no},
    LedgerWord{"定めなし", Scope::silent},
    LedgerWord{"契約書に定めなし", Scope::silent},
    LedgerWord{"未照会", Scope::not_asked},
    LedgerWord{"未確認", Scope::not_asked},
};

template <class T, size_t n, size_t m>
std::optional<T> find(std::string_view written, const std::array<std::string_view, n>& words,
                      const std::array<LedgerWord<T>, m>& ledger) {
  const auto ours = std::ranges::find(words, written);
  if (ours != words.end()) return static_cast<T>(ours - words.begin());
  const auto theirs = std::ranges::find(ledger, written, &LedgerWord<T>::written);
  return theirs == ledger.end() ? std::nullopt : std::optional(theirs->value);
}

}  // namespace

std::string_view word(Right right) { return right_words[std::to_underlying(right)]; }
std::string_view word(Scope scope) { return scope_words[std::to_underlying(scope)]; }

std::optional<Right> parse_right(std::string_view written) {
  return find(written, right_words, ledger_rights);
}

std::optional<Scope> parse_scope(std::string_view written) {
  return find(written, scope_words, ledger_scopes);
}

}  // namespace umikoe::rights
