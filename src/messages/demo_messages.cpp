#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"demo.banner", "DEMO — every party, name, recording and number here is invented.",
     "DEMO — ここに出る会社・人名・作品・数値はすべて架空です。"},
    {"demo.totals",
     "{recordings} recordings and {videos} videos × {markets} markets, as of {date}.\n"
     "{open} open, {closed} closed, {unknown} unknown. {somewhere} of them cannot be heard in at least one "
     "market.\n{heard} play somewhere without a licence on file: a question to ask, not a gap.",
     "{date}現在、音源 {recordings}・映像 {videos} × 市場 {markets}。\n"
     "聴ける {open}、聴けない {closed}、未確認 {unknown}。{somewhere} 作品が一つ以上の市場で海外未配信です。\n"
     "許諾の登録がないまま配信中のものが {heard} 件あります（確認事項であり、海外未配信には数えません）。"},
    {"demo.top", "Top {count} to open next (expected streams in the next 28 days)",
     "次に開くもの 上位{count}件（今後28日間の見込み再生数）"},
    {"demo.video", "video", "映像"},
    {"demo.worth", "{streams} streams ({kind})", "{streams} 回再生（{kind}）"},
    {"demo.own", "{count} closed cells are your own decision: this week, ¥0.",
     "{count} 件は自社で決められます（今週中、¥0）。"},
    {"demo.next", "Try next", "次に試すこと"},
    {"demo.next.why", "Why is the first one closed, and who can open it?", "1件目はなぜ聴けないのか。誰が開けるのか。"},
    {"demo.next.gap", "What can you open yourself?", "自社だけで開けるものは。"},
    {"demo.next.check", "What would a service refuse or misread?", "配信事業者に拒否・誤読される点は。"},
    {"demo.next.serve", "See it in the browser, on this machine only.", "このコンピューターのブラウザーで見る。"},
    {"demo.next.desk", "A small label's desk: import its twelve files yourself.",
     "小さなレーベルの机: 12 ファイルを自分で取り込んでみる。"},
    {"demo.files", "The {count} files it was imported from: {path}", "取込元の {count} ファイル: {path}"},
    {"error.demo_needs_own_folder",
     "The world in \"{path}\" holds deliveries of its own. Give the demo a folder that does not exist yet.",
     "「{path}」のワールドには既に取込データがあります。デモには、まだないフォルダを指定してください。"},
    {"error.demo_rejected",
     "The demo's own file \"{path}\" was rejected ({code}). This is a fault of the program; please report it.",
     "デモのファイル「{path}」が却下されました（{code}）。プログラムの不具合です。お知らせください。"},
    {"error.file_unwritable", "\"{path}\" cannot be written: {reason}.",
     "「{path}」に書き込めません: {reason}。"},
};

}  // namespace

std::span<const Message> demo_messages() { return table; }

}  // namespace umikoe::messages
