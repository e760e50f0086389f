#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"verb.name",
     "Names: read and romanise them (lines from standard input); list, propose, approve, reject "
     "and export "
     "their written forms.",
     "名前の読みとローマ字（標準入力から一行ずつ: "
     "read、romanise）、表記の一覧・提案・承認・却下・書き出し"
     "（list、propose、approve、reject、export）。"},
    {"flag.scheme", "hepburn (default), ala-lc, passport or wapuro",
     "hepburn（既定）、ala-lc、passport、wapuro"},
    {"flag.engine", "ipadic (default) or unidic, where it is installed",
     "ipadic（既定）または unidic（導入済みの場合）"},
    {"flag.candidates", "how many proposals (with --json)", "候補の数（--json とともに）"},
    {"flag.speaker", "in which role: artist, agency, publisher or label",
     "どの立場か: artist、agency、publisher、label"},
    {"flag.new_text", "another text instead, for somebody else to judge",
     "代わりの表記（別の人の承認を待ちます）"},
    {"flag.to", "the recipient's DPID", "受取側の DPID"},
    {"names.field.title", "title", "曲名"},
    {"names.field.artist", "artist", "名義"},
    {"names.kind.original", "original", "原題・原表記"},
    {"names.kind.reading", "reading", "読み"},
    {"names.kind.romanised", "romanised", "ローマ字"},
    {"names.kind.official", "official", "公式の外国語名"},
    {"names.kind.translated", "translated", "訳"},
    {"names.kind.search_only", "search only", "検索用"},
    {"names.delivered", "delivered", "取込データ"},
    {"names.approved", "approved by {name} (no. {number})", "{name} が承認（{number} 番）"},
    {"names.proposed", "proposed, waits for a person (no. {number})",
     "提案。承認待ち（{number} 番）"},
    {"names.more", "… and {count} more recordings; --json and --csv list all.",
     "…ほか {count} 音源。--json と --csv は全件を出力します。"},
    {"names.summary",
     "{forms} forms of {recordings} recordings on file; {waiting} wait for approval.",
     "{recordings} 音源の表記 {forms} 件。承認待ち {waiting} 件。"},
    {"names.proposals",
     "Proposed {readings} readings ({sure} of them sure) and {romanised} romanisations with "
     "{engine}. Nothing "
     "is published before a person approves it: umikoe name list, umikoe name approve NUMBER.",
     "{engine} で読み {readings} 件（うち確実 {sure} 件）、ローマ字 {romanised} "
     "件を提案しました。人が承認するまで"
     "公開されません: umikoe name list、umikoe name approve 番号。"},
    {"names.decided.approved", "Approved by {name}: {text}", "{name} が承認しました: {text}"},
    {"names.decided.rejected", "Rejected: {text}", "却下しました: {text}"},
    {"names.decided.rewritten",
     "Proposed instead: {text} (no. {number}); somebody else has to approve it.",
     "代わりに提案しました: {text}（{number} 番）。別の人の承認が必要です。"},
    {"error.scheme_unknown", "{scheme} is no scheme; use hepburn, ala-lc, passport or wapuro.",
     "{scheme} という方式はありません。hepburn、ala-lc、passport、wapuro から選んでください。"},
    {"error.engine_unknown", "{engine} is no engine; use ipadic or unidic.",
     "{engine} という辞書はありません。ipadic か unidic を指定してください。"},
    {"error.dictionary_missing",
     "The dictionary {dictionary} is not on this machine; install the package {package}.",
     "辞書 {dictionary} がこの端末にありません。パッケージ {package} を入れてください。"},
    {"error.dictionary_broken", "The dictionary cannot be opened; install its package again.",
     "辞書を開けません。パッケージを入れ直してください。"},
    {"error.text_not_utf8", "This line is not UTF-8; convert the file and try again.",
     "この行は UTF-8 ではありません。文字コードを変換してからお試しください。"},
    {"error.action_unknown",
     "umikoe {verb} has no action {action}; umikoe {verb} --help lists them.",
     "umikoe {verb} に {action} という操作はありません。umikoe {verb} --help で確認できます。"},
    {"error.name_form_unknown",
     "No written form has the number {number}; umikoe name list shows them.",
     "{number} 番の表記はありません。umikoe name list で確認できます。"},
    {"error.name_form_decided",
     "Number {number} has been decided already; umikoe name list shows how.",
     "{number} 番はすでに決まっています。umikoe name list で確認できます。"},
    {"error.name_by_needed", "Say who decides: --by NAME.",
     "決める人を --by 名前 で指定してください。"},
    {"error.name_role_unknown",
     "Say in which role (--role artist, agency, publisher or label), not \"{role}\".",
     "立場を --role artist、agency、publisher、label "
     "のどれかで指定してください（「{role}」は使えません）。"},
    {"error.name_own_proposal", "{name} proposed this; somebody else has to approve it.",
     "{name} 自身の提案です。別の人が承認してください。"},
    {"error.edit_broken",
     "Change no. {edit} cannot be read; umikoe check --verify looks at the log.",
     "変更 {edit} 番を読めません。umikoe check --verify で記録を確認してください。"},
    {"error.own_party_missing",
     "Which party is ours is not on file; import a parties table with role own and a DPID.",
     "自社の当事者が登録されていません。role が own で DPID "
     "のある関係者の表を取り込んでください。"},
    {"error.release_missing",
     "{isrc} is in no delivered release; use --csv to export its names as a table.",
     "{isrc} を含む商品の取込データがありません。--csv で表として書き出せます。"},
    {"error.dpid_malformed_word", "{dpid} is no DPID (PADPIDA and eleven characters).",
     "{dpid} は DPID ではありません（PADPIDA と 11 文字）。"},
};

}  // namespace

std::span<const Message> name_messages() { return table; }

}  // namespace umikoe::messages
