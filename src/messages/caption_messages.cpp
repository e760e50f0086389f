#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"verb.subtitle", "Read, convert, check, align and keep captions and lyrics (WebVTT, TTML/IMSC, SRT, LRC, SBV).",
     "字幕・歌詞（WebVTT、TTML/IMSC、SRT、LRC、SBV）を読み取り、変換・点検・対訳の照合・保管を行います。"},
    {"more.subtitle",
     "subtitle parse [FILE]                  the cues; without FILE, standard input\n"
     "subtitle parse --cue-text              the tree of one cue's text (WebVTT)\n"
     "subtitle convert [FILE] --to ttml      to another format; apple writes lyrics as Apple takes them\n"
     "subtitle check [FILE] --profile ja     reading speed, line width, lines, times, overlaps\n"
     "subtitle check --profiles              every profile with its limits and source\n"
     "subtitle align ORIGINAL TRANSLATION    each translated line beside its original\n"
     "subtitle keep FILE ISRC --language en  with its recording in the world, byte for byte; import does the\n"
     "                                       same for files called ISRC.LANGUAGE.vtt\n"
     "subtitle list [ISRC]                   what is kept, and which file counts\n"
     "subtitle export ISRC --language en     as delivered, or with --to in another format; also by number\n"
     "subtitle withdraw|restore NUMBER       out of use and back; the file stays\n\n"
     "What a file is, its content says; --format or --from only where that fails.\n"
     "Exit: 0 done, 2 wrong words, 3 the file is not what it should be, or check found errors.",
     "subtitle parse [FILE]                  字幕を一覧表示（FILE を省くと標準入力）\n"
     "subtitle parse --cue-text              字幕一件の本文（WebVTT）を木構造で表示\n"
     "subtitle convert [FILE] --to ttml      別の形式に変換（apple は Apple 向け歌詞）\n"
     "subtitle check [FILE] --profile ja     読む速さ、字数、行数、表示時間、重なりを点検\n"
     "subtitle check --profiles              点検基準と出典の一覧\n"
     "subtitle align 原文 訳文               原文と訳文を一行ずつ対応づけ\n"
     "subtitle keep FILE ISRC --language en  音源とともにワールドに原本のまま保管（ISRC.言語.vtt という名前の\n"
     "                                       ファイルは import でも保管されます）\n"
     "subtitle list [ISRC]                   保管中の字幕と、使用中のファイルを一覧表示\n"
     "subtitle export ISRC --language en     原本のまま、または --to の形式で出力（番号でも指定可）\n"
     "subtitle withdraw|restore 番号         取り下げ・復帰（ファイルは残ります）\n\n"
     "形式は内容から判別します。判別できないときだけ --format か --from を指定してください。\n"
     "終了コード: 0 完了、2 コマンドラインの誤り、3 ファイルの不備または点検でエラーあり。"},
    {"flag.caption_format", "what the input is (default: told by its content)",
     "入力の形式（既定: 内容から判別）"},
    {"flag.caption_from", "convert: what the input is (default: told by its content)",
     "convert: 入力の形式（既定: 内容から判別）"},
    {"flag.caption_to", "convert, export: the format to write", "convert・export: 出力する形式"},
    {"flag.cue_text", "parse: take one cue's text and print its tree",
     "parse: 字幕一件の本文を受け取り、木構造を表示"},
    {"flag.ruby", "convert: ruby where the format has none: leave out (drop) or put in brackets",
     "convert: ルビを持てない形式での扱い（drop 省く、brackets 括弧書き）"},
    {"flag.caption_language", "the language of the captions, where the file does not state it; keep, export: which",
     "字幕の言語（ファイルに記載がない場合。keep・export では対象の言語）"},
    {"flag.profile", "check: the limits to judge by (default: by format and language)",
     "check: 点検基準（既定: 形式と言語から）"},
    {"flag.profiles", "check: list every profile with its limits and source",
     "check: 点検基準とその出典を一覧表示"},

    {"subtitle.cues", "Cues: {count} ({format}).", "字幕 {count} 件（{format}）。"},
    {"subtitle.written", "Written as {format}: {path}", "{format} で書き出しました: {path}"},
    {"subtitle.cue_count", "{count} cues", "{count} 件"},
    {"subtitle.state.current", "in use", "使用中"},
    {"subtitle.state.replaced", "replaced", "差し替え済み"},
    {"subtitle.state.withdrawn", "withdrawn", "取り下げ"},
    {"subtitle.recording_not_on_file", "(the recording is not on file yet)", "（音源は未登録）"},
    {"subtitle.none_on_file", "No captions are on file.", "保管中の字幕はありません。"},
    {"subtitle.withdrawn", "Withdrawn: {document}", "取り下げました: {document}"},
    {"subtitle.restored", "Back in use: {document}", "使用に戻しました: {document}"},
    {"subtitle.at_line", "(line {line})", "（{line} 行目）"},
    {"subtitle.checked", "Profile {profile}, cues {count}: errors {errors}, warnings {warnings}.",
     "字幕 {count} 件を基準 {profile} で点検: エラー {errors} 件、注意 {warnings} 件。"},
    {"subtitle.profile",
     "{speed} characters a second ({severity}), {width} a line, {lines} lines, {least} to {most} s, gap {gap} s",
     "毎秒 {speed} 字（超過は{severity}）、一行 {width} 字、{lines} 行、表示 {least}〜{most} 秒、間隔 {gap} 秒"},
    {"subtitle.missing", "— not translated yet", "— 訳文なし"},
    {"subtitle.unmatched", "Translated lines that belong to no line of the original:",
     "原文に対応しない訳文:"},
    {"subtitle.aligned", "Lines {count}; not translated {missing}; translated lines left over {unmatched}.",
     "原文 {count} 行、訳文なし {missing} 行、対応しない訳文 {unmatched} 行。"},
    {"subtitle.aligned_by_order",
     "The times do not meet, so lines were matched by their order. Lines {count}; not translated {missing}; left over {unmatched}.",
     "時刻が合わないため、並び順で対応づけました。原文 {count} 行、訳文なし {missing} 行、対応しない訳文 {unmatched} 行。"},

    {"caption_rule.end_before_start", "ends {measured} s from its start: the end is before the start",
     "開始から {measured} 秒で終わります（終了が開始より前です）"},
    {"caption_rule.overlap", "begins {measured} s before the cue ahead of it ends",
     "前の字幕が終わる {measured} 秒前に始まります"},
    {"caption_rule.text_empty", "has no text", "本文がありません"},
    {"caption_rule.reading_speed", "is read at {measured} characters a second, at most {limit}",
     "毎秒 {measured} 字です（上限 {limit} 字）"},
    {"caption_rule.line_width", "line {line}: {measured} characters, at most {limit}",
     "{line} 行目が {measured} 字です（上限 {limit} 字）"},
    {"caption_rule.line_count", "{measured} lines, at most {limit}", "{measured} 行あります（上限 {limit} 行）"},
    {"caption_rule.duration_short", "is shown for {measured} s, at least {limit}",
     "表示が {measured} 秒です（{limit} 秒以上）"},
    {"caption_rule.duration_long", "is shown for {measured} s, at most {limit}",
     "表示が {measured} 秒です（{limit} 秒以下）"},
    {"caption_rule.gap_short", "begins {measured} s after the cue ahead of it, at least {limit}",
     "前の字幕との間隔が {measured} 秒です（{limit} 秒以上）"},
    {"caption_rule.line_begins_with", "line {line} begins with \"{detail}\"",
     "{line} 行目が「{detail}」で始まっています（行頭禁則）"},
    {"caption_rule.line_ends_with", "line {line} ends with \"{detail}\"",
     "{line} 行目が「{detail}」で終わっています（行末禁則）"},
    {"caption_rule.line_ends_on_word", "line {line} ends on \"{detail}\": break before it",
     "{line} 行目が「{detail}」で終わっています（この語の前で改行してください）"},

    {"error.subtitle_action_unknown", "\"{word}\" is not something subtitle does: parse, convert, check, align, keep, list, export, withdraw or restore.",
     "subtitle に「{word}」という操作はありません。parse、convert、check、align、keep、list、export、withdraw、restore のいずれかです。"},
    {"error.captions_recording_unnamed", "Which recording these captions belong to is not said. Call the file ISRC.LANGUAGE.vtt, or use \"umikoe subtitle keep FILE ISRC --language TAG\".",
     "どの音源の字幕か分かりません。ファイル名を「ISRC.言語.vtt」とするか、umikoe subtitle keep FILE ISRC --language 言語 で指定してください。"},
    {"error.captions_language_unnamed", "The language of these captions is not said. Call the file ISRC.LANGUAGE.vtt, or name it with --language.",
     "字幕の言語が分かりません。ファイル名を「ISRC.言語.vtt」とするか、--language で指定してください。"},
    {"error.captions_without_cues", "There is no cue in this file; nothing is kept of it.",
     "字幕が一件もないため、保管しません。"},
    {"error.captions_language_differs", "The file says its language is {stated}; it is kept as {language}.",
     "ファイルには言語 {stated} とありますが、{language} として保管します。"},
    {"error.captions_unknown", "There are no captions \"{word}\" on file. \"umikoe subtitle list\" shows what there is.",
     "「{word}」の字幕は保管されていません。umikoe subtitle list で確認してください。"},
    {"error.captions_language_needed", "There are captions in several languages: {languages}. Name one with --language.",
     "複数の言語の字幕があります（{languages}）。--language で指定してください。"},
    {"error.caption_format_unknown", "\"{format}\" is not a format of captions: vtt, ttml, srt, lrc or sbv; to write also apple.",
     "「{format}」という字幕形式はありません。vtt、ttml、srt、lrc、sbv（出力のみ apple）のいずれかです。"},
    {"error.caption_profile_unknown", "There is no profile \"{profile}\". \"umikoe subtitle check --profiles\" lists them.",
     "「{profile}」という点検基準はありません。umikoe subtitle check --profiles で一覧を確認してください。"},
    {"error.caption_target_needed", "Say which format to write: --to vtt, ttml, srt, lrc, sbv or apple.",
     "出力する形式を指定してください: --to vtt、ttml、srt、lrc、sbv、apple"},
    {"error.ruby_word_unknown", "--ruby \"{word}\": use drop or brackets.",
     "--ruby「{word}」は指定できません。drop か brackets を指定してください。"},
    {"error.file_not_one", "\"{path}\" is a folder; give one file.",
     "「{path}」はフォルダーです。ファイルを一つ指定してください。"},
    {"error.captions_not_recognised",
     "The content does not say which format of captions this is. Name it with --format vtt, ttml, srt, lrc or sbv.",
     "内容から字幕の形式を判別できません。--format vtt、ttml、srt、lrc、sbv のいずれかを指定してください。"},
    {"error.webvtt_signature_missing",
     "This is not WebVTT: the first line must be WEBVTT, alone or followed by a blank.",
     "WebVTT ではありません。1 行目は WEBVTT（そのまま、または直後に空白）である必要があります。"},
    {"error.captions_without_timings", "There is text but no time in this format. Name the right one with --format.",
     "本文はありますが、この形式の時刻が一つもありません。--format で正しい形式を指定してください。"},
    {"error.caption_timing_unreadable", "This timing cannot be read; its text was left out. Write 00:00:01,000 --> 00:00:02,000.",
     "時刻を読み取れないため、この字幕を省きました。00:00:01,000 --> 00:00:02,000 の形で書いてください。"},
    {"error.lrc_line_untimed", "A line without a time was left out: \"{text}\". Write [mm:ss.xx] before it.",
     "時刻のない行を省きました:「{text}」。行頭に [mm:ss.xx] を付けてください。"},
    {"error.ttml_root_missing", "This is not TTML: its root element must be tt.",
     "TTML ではありません。ルート要素は tt である必要があります。"},
    {"error.ttml_time_malformed", "\"{text}\" is not a time of TTML; for instance 00:00:01.500, 00:00:01:12 or 1.5s.",
     "「{text}」は TTML の時刻として読めません。例: 00:00:01.500、00:00:01:12、1.5s"},
    {"error.ttml_never_shown", "Text that no time lets appear was left out.",
     "表示される時間のない本文を省きました。"},
    {"error.ttml_image_left_out", "The document shows images; only its text is read.",
     "画像字幕が含まれています。読み取るのは文字だけです。"},
    {"error.caption_ruby_left_out", "Cues whose ruby this format cannot hold: {count}. --ruby brackets keeps it in brackets.",
     "ルビのある字幕が {count} 件あり、この形式には残せません。--ruby brackets で括弧書きにできます。"},
    {"error.caption_word_times_left_out", "Cues whose times of words this format cannot hold: {count}.",
     "語ごとの時刻がある字幕が {count} 件あり、この形式には残せません。"},
    {"error.caption_places_left_out", "Cues whose place on the screen this format cannot hold in full: {count}.",
     "表示位置の指定がある字幕が {count} 件あり、この形式にはすべては残せません。"},
    {"error.caption_ends_assumed",
     "Cues that do not say when they end: {count}. They were given the start of the next cue, or five seconds.",
     "終了時刻のない字幕が {count} 件あります。次の字幕の開始時刻、または開始から 5 秒後としました。"},
    {"error.caption_notes_left_out", "Notes and credits that this format has no place for: {count}.",
     "この形式に入れる場所のない注記・クレジットが {count} 件あります。"},
    {"error.caption_style_sheets_left_out", "Style sheets left out: {count}.",
     "スタイルシート {count} 件を省きました。"},
};

}  // namespace

std::span<const Message> caption_messages() { return table; }

}  // namespace umikoe::messages
