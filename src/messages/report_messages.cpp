#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"import.accepted", "accepted", "受理"},
    {"import.unchanged", "unchanged", "変更なし"},
    {"import.superseded", "superseded", "新しい版あり"},
    {"import.ignored", "ignored", "対象外"},
    {"import.rejected", "REJECTED", "却下"},
    {"import.reason.test_message", "A test message: nothing of it counts.", "テストメッセージのため反映しません。"},
    {"import.reason.export_names_no_cell",
     "It counts listeners and streams but names no country and no recording (ISRC), so it says nothing of any cell. The royalty statement or sales report does.",
     "リスナー数・再生数の集計ですが、国も音源（ISRC）も示されていないため使いません。印税明細か販売報告を取り込んでください。"},
    {"import.reason.purge_by_other_sender",
     "A purge by another sender than the release's own: kept in the history, without effect.",
     "商品の送信元以外からのパージのため、履歴に残すだけで反映しません。"},
    {"import.reason.newer_statement_held", "Older than the statement on file: kept in the history.",
     "登録済みの内容より古いため、履歴として保存しました。"},
    {"import.reason.statement_already_held",
     "The same lines of the same statement are on file already: nothing was counted twice.",
     "同じ明細の計算書が登録済みのため、二重に計上していません。"},
    {"import.reason.report_already_held",
     "This file of this report is on file already: nothing was counted twice.",
     "同じ報告の同じファイルが登録済みのため、二重に数えていません。"},
    {"import.reason.newer_report_held",
     "A later version of this report is on file: kept in the history, not counted.",
     "この報告の新しい版が登録済みのため、履歴として保存し、数えていません。"},
    {"import.sound_recordings", "{count} recordings", "音源 {count}"},
    {"import.videos", "{count} videos", "映像 {count}"},
    {"import.releases", "{count} releases", "商品 {count}"},
    {"import.track_releases", "{count} track releases", "トラック商品 {count}"},
    {"import.deals", "{count} deals", "許諾設定 {count}"},
    {"import.rows", "{count} rows", "{count} 行"},
    {"import.error", "error", "エラー"},
    {"import.finding", "finding", "指摘"},
    {"import.more", "… and {count} more", "… ほか {count} 件"},
    {"import.total", "{count} files", "{count} ファイル"},
    {"gap.totals",
     "{recordings} recordings × {markets} markets, as of {date}. {open} open, {closed} closed, {unknown} unknown. "
     "{closed_somewhere} recordings cannot be heard in at least one market ({gaps} gaps; the worth of "
     "{worth_unknown} is unknown). {heard} cells play without a licence or deal on file: a question, not a gap.",
     "{date}現在、音源 {recordings} × 市場 {markets}。聴ける {open}、聴けない {closed}、未確認 {unknown}。"
     "{closed_somewhere} 音源が一つ以上の市場で海外未配信です（{gaps} 件、うち見込み不明 {worth_unknown} 件）。"
     "許諾・設定の登録がないまま配信中のものが {heard} 件あります（確認事項であり、海外未配信には数えません）。"},
    {"gap_over.heading",
     "{recordings} recordings × {markets} markets from {first} to {last}: {days} rows, one for each day on which a count changes.",
     "{first}から{last}まで、音源 {recordings} × 市場 {markets}。件数が変わる日ごとに1行、計 {days} 行。"},
    {"gap_over.from", "From", "日付"},
    {"gap_over.open", "open", "聴ける"},
    {"gap_over.closed", "closed", "聴けない"},
    {"gap_over.unknown", "unknown", "未確認"},
    {"gap_over.heard", "plays unpermitted", "登録なく配信中"},
    {"gap_over.note",
     "Days to come are what the documents on file say; nobody has seen them yet. What is held back on purpose is counted as what it is.",
     "先の日付は登録書類の内容によるもので、配信の確認はまだありません。意図的な保留も、そのまま聴けない・未確認に数えます。"},
    {"summary.total",
     "{recordings} recordings × {markets} markets, as of {date}: {gaps} gaps, of which the worth of {worth_unknown} is unknown.",
     "{date}現在、音源 {recordings} × 市場 {markets}：海外未配信 {gaps} 件（うち見込み不明 {worth_unknown} 件）。"},
    {"summary.map", "From the map of {date}.", "{date}のマップによります。"},
    {"summary.map_and_newer",
     "From the map of {date}, and {count} recordings that newer documents are about. Worth is as of the map.",
     "{date}のマップと、その後の書類に関わる音源 {count} 件によります。見込みはマップ作成時のものです。"},
    {"summary.by_role", "Who can open them (cells, and expected streams in 28 days)", "開けられる相手（件数と28日間の見込み再生数）"},
    {"summary.by_reason", "Why they are closed", "聴けない理由"},
    {"summary.by_territory", "Where most is missed", "見込みの大きい市場"},
    {"summary.decisions", "Decisions of most worth", "見込みの大きい決定"},
    {"summary.cells", "Recordings of most worth", "見込みの大きい音源"},
    {"summary.artists", "Artists of most worth", "見込みの大きいアーティスト"},
    {"gap.role", "  {count}: {role}", "  {count} 件: {role}"},
    {"gap.none", "No gap found for this selection.", "この条件の海外未配信はありません。"},
    {"gap.heading", "To open next (expected streams in 28 days; observed estimates first)",
     "次に開くもの（28日間の見込み再生数、実測に基づくものから）"},
    {"gap.more", "  … and {count} more (--json or --csv lists all)", "  … ほか {count} 件（--json または --csv で全件）"},
    {"gap.worth_unknown", "worth unknown", "見込み不明"},
    {"check.heading", "{count} findings as of {date}.", "{date}現在の指摘 {count} 件。"},
    {"check.verified", "Every file of this world is as it was written.", "このワールドのファイルはすべて書き込んだ時のままです。"},
    {"worth.observed", "observed", "実測"},
    {"worth.bounded", "bounded", "チャート上限"},
    {"worth.scaled", "scaled", "比率推計"},
};

}  // namespace

std::span<const Message> report_messages() { return table; }

}  // namespace umikoe::messages
