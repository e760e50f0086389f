#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"verb.link",
     "Find which rows of two sides (a and b) of a table are the same recording or artist, across "
     "scripts.",
     "表の二つの側（a と b）の行から、同じ音源・アーティストを表記をまたいで探します。"},
    {"link.summary",
     "{a} rows on side a, {b} on side b: {links} linked, {reviews} for a person to look at. A "
     "title alone "
     "never links.",
     "a 側 {a} 行、b 側 {b} 行: 同一と判断 {links} 件、確認が必要 {reviews} "
     "件。曲名だけで同一とは判断しません。"},
    {"link.more", "… more; --json and --csv list all.",
     "…ほか。--json と --csv は全件を出力します。"},
    {"link.band.link", "same", "同一"},
    {"link.band.review", "look", "要確認"},
    {"flag.same", "with --world: this row is that recording, for good",
     "--world とともに: この行はこの音源と同一"},
    {"flag.different", "with --world: this row is not that recording, for good",
     "--world とともに: この行はこの音源ではない（以後候補に出ません）"},
    {"flag.undo", "with --world: take back what was decided", "--world とともに: 決定を取り消す"},
    {"error.link_pair_malformed", "\"{pair}\" is no pair; write the row's id, =, and the ISRC.",
     "「{pair}」は組になっていません。行の id=ISRC の形で指定してください。"},
    {"error.link_row_unknown", "No row has the id {row}.", "id が {row} の行はありません。"},
    {"error.link_by_needed", "Say who decides: --by NAME.",
     "決める人を --by 名前 で指定してください。"},
    {"error.link_undecided", "Nothing was decided about {pair}.",
     "{pair} について決定はありません。"},
    {"error.link_kind_unknown", "{kind} is no kind of row; use recording or artist.",
     "{kind} という種類はありません。recording か artist を指定してください。"},
    {"error.link_side_unknown", "The side is \"{side}\"; it has to be a or b.",
     "side が「{side}」です。a か b にしてください。"},
    {"error.link_id_missing", "The row has no id; give every row one of its own.",
     "id がない行です。行ごとに id を付けてください。"},
    {"verb.find",
     "Find recordings and artists by any way of writing them: kanji, kana, romaji, English.",
     "漢字・かな・ローマ字・英語のどの表記からでも音源とアーティストを探します。"},
    {"flag.simulate", "show which ways of typing reach one recording, by rule of service",
     "この音源に届く検索語と届かない検索語を、配信事業者の検索方法ごとに示します"},
    {"find.none", "Nothing found for \"{query}\".", "「{query}」は見つかりませんでした。"},
    {"find.artist", "artist of {count} recordings", "アーティスト（{count} 音源）"},
    {"find.by.exact", "as written", "完全一致"},
    {"find.by.prefix", "begins so", "前方一致"},
    {"find.by.inside", "holds it", "部分一致"},
    {"find.by.misspelt", "nearly", "近い表記"},
    {"find.form", "by {form}", "{form} で一致"},
    {"find.form_computed", "by {form}, a computed reading", "{form}（自動の読み）で一致"},
    {"find.simulation",
     "{isrc}  {title} / {artist}: {hits} of {all} ways of typing reach it with rule {rule}",
     "{isrc}  {title} / {artist}: 検索方法 {rule} では {all} 通りの入力のうち {hits} "
     "通りで見つかります"},
    {"find.rule.delivered", "delivered forms only (width and case folded)",
     "納品された表記のみ（全角半角・大文字小文字は同一視）"},
    {"find.rule.romaji", "delivered forms, long vowels and kana folded",
     "納品された表記（長音・かなも同一視）"},
    {"find.rule.umikoe", "Umikoe: also proposed readings and near spellings",
     "Umikoe（提案された読みと近い表記も含む）"},
    {"find.typed.original", "original", "原表記"},
    {"find.typed.kana", "kana", "かな"},
    {"find.typed.hepburn", "romaji with macrons", "ローマ字（長音符）"},
    {"find.typed.plain", "romaji without macrons", "ローマ字（長音符なし）"},
    {"find.typed.wapuro", "romaji as typed", "ローマ字（入力式）"},
    {"find.typed.foreign", "borrowed words in English", "外来語の英語つづり"},
    {"find.typed.official", "official name", "公式の外国語名"},
    {"find.typed.translated", "translation", "訳題"},
    {"find.reached", "yes", "届く"},
    {"find.missed", "no", "届かない"},
    {"verb.readiness",
     "How ready recordings are for a language: names, readings and subtitles, one score and what "
     "is missing.",
     "言語ごとの海外対応度（名前・読み・字幕）を点数と不足項目で示します。"},
    {"flag.for_language", "the language asked about, as a BCP 47 tag (default: en)",
     "対象の言語（BCP 47、既定: en）"},
    {"readiness.summary",
     "Readiness for {language}: {understood} of {all} recordings can be found and understood; mean "
     "score {score}. "
     "The least ready first:",
     "海外対応度（{language}）: {all} 音源のうち {understood} が伝わる状態。平均 {score} "
     "点。低い順:"},
    {"readiness.complete", "complete", "対応済み"},
    {"need.title_latin", "title in Latin letters", "ローマ字の曲名"},
    {"need.title_language", "title in the language", "その言語の曲名"},
    {"need.artist_latin", "artist in Latin letters", "ローマ字のアーティスト名"},
    {"need.reading", "reading", "読み"},
    {"need.subtitles", "subtitles", "字幕"},
    {"gap.not_understood",
     "Of what is open, {share} is not understood there: names in Latin letters or subtitles are "
     "missing "
     "(umikoe readiness).",
     "聴けるもののうち {share} は伝わりません（ローマ字の名前や字幕の不足。umikoe readiness "
     "で確認）。"},
    {"why.captions", "Captions on file (format, cues): {captions}.", "保管中の字幕（形式、件数）: {captions}。"},
    {"understood.no", "Open, but not understood there ({language}): {missing} missing.",
     "聴けるが伝わらない（{language}）: {missing}が不足しています。"},
    {"error.language_tag_unknown", "{language} is no language tag; write en, pt, zh-Hant …",
     "{language} は言語タグではありません。en、pt、zh-Hant のように指定してください。"},
    {"error.query_empty", "Say what to look for.", "探す言葉を入力してください。"},
};

}  // namespace

std::span<const Message> link_messages() { return table; }

}  // namespace umikoe::messages
