#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"help.heading", "umikoe — what the world cannot hear, understand or already wants, and what to do next",
     "umikoe — 海外で「聴けるか・伝わるか・求められているか」を示し、次の一手を決めるためのソフトウェア"},
    {"help.more", "umikoe VERB --help shows the options of a command.", "umikoe コマンド --help で各コマンドのオプションを表示します。"},
    {"help.exit_codes",
     "0 done; 1 failure; 2 the command line is wrong; 3 something was rejected; 4 no such thing.",
     "0 完了、1 失敗、2 コマンドラインの誤り、3 受け付けなかったものあり、4 該当なし。"},
    {"man.name", "NAME", "名前"},
    {"man.verbs", "COMMANDS", "コマンド"},
    {"man.exit", "EXIT STATUS", "終了コード"},
    {"verb.import", "Read files or folders into a world and report what was understood.",
     "ファイルやフォルダーを取り込み、取込結果を表示します。"},
    {"verb.why", "Explain whether a recording may be heard in a territory, and why.",
     "音源がその地域で聴けるか、その理由を説明します。"},
    {"verb.gap", "Rank what cannot be heard abroad, with reason, who can open it and what it is worth.",
     "海外未配信を、理由・決められる相手・見込みとともに順に示します。"},
    {"verb.check", "List what is wrong or risky in catalogue and rights, with the fix.",
     "カタログと許諾の不備を、直し方とともに示します。"},
    {"verb.demo", "Make a fictional demo world and show its first answer.", "架空のデモ用ワールドを作り、最初の答えを表示します。"},
    {"verb.serve", "Open the pages on this machine only.", "この端末だけで開けるページを起動します。"},
    {"verb.help", "Show all commands.", "コマンドの一覧を表示します。"},
    {"verb.completion", "Print the completion script for bash.", "bash の補完スクリプトを出力します。"},
    {"verb.man", "Print the manual page.", "マニュアルページを出力します。"},
    {"flag.world", "the world's folder", "ワールドのフォルダー"},
    {"flag.json", "print JSON", "JSON で出力"},
    {"flag.csv", "print CSV (UTF-8)", "CSV（UTF-8）で出力"},
    {"flag.lang", "language of the text", "表示言語"},
    {"flag.help", "show this help", "このヘルプを表示"},
    {"flag.date", "the day asked about (default: the world's as-of day, else today)",
     "対象の日付（既定: ワールドの基準日、なければ今日）"},
    {"flag.as_of", "fix the day this world is about (\"none\" undoes it)",
     "このワールドの基準日を固定（none で解除）"},
    {"flag.use", "the use: on-demand-stream (default), download, …", "利用形態（既定: on-demand-stream）"},
    {"flag.model", "the commercial model: subscription, ad-supported, …", "商用モデル（subscription など）"},
    {"flag.service", "ask about one service", "一つの配信事業者について調べる"},
    {"flag.as", "ask what this party may do itself", "この相手先自身が扱えるかを調べる"},
    {"flag.artist", "only artists whose name contains this", "名前にこの語を含むアーティストのみ"},
    {"flag.label", "only this label", "このレーベルのみ"},
    {"flag.query", "only titles, artists or ISRCs that contain this", "題名・アーティスト・ISRC にこの語を含むもののみ"},
    {"flag.territory", "only these territories", "これらの地域のみ"},
    {"flag.region", "only this region (Asia, Europe, …)", "この地域区分のみ（Asia、Europe など）"},
    {"flag.reason", "only this reason", "この理由のみ"},
    {"flag.role", "only what this role can change", "この役割が決められるもののみ"},
    {"flag.limit", "print at most N", "最大 N 件を出力"},
    {"flag.rule", "only this rule", "このルールのみ"},
    {"flag.rules", "list the rules instead", "ルールの一覧を表示"},
    {"flag.verify", "check the world's files instead", "ワールドのファイルを検査"},
    {"flag.port", "port to listen on (default 8787; 0: any free one)", "待ち受けるポート（既定 8787、0 は空き）"},
};

}  // namespace

std::span<const Message> cli_messages() { return table; }

}  // namespace umikoe::messages
