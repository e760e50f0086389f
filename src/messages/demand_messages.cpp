#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"verb.demand",
     "Ask what is wanted: forecast FILE, entries FILE, latent --presence FILE, series NAME, "
     "exports, reference [WORDS].",
     "需要を調べます: forecast ファイル、entries ファイル、latent --presence ファイル、series 名前、"
     "exports、reference [語]。"},
    {"verb.demand.more",
     "forecast: what each series of a chart file comes to 1 to 8 weeks after an origin, with "
     "deciles.\n"
     "entries: which track may enter which chart of the file within 28 days after an origin.\n"
     "latent: where else artists should be wanted: of a presence table (Artist, Countries), which "
     "the "
     "model is fitted on, or of a --world, by the model that ships; with facts about them (--about), "
     "of which each kind counts that proves itself, known up to an --origin. --save keeps what was "
     "fitted, --model asks it.\n"
     "alarms [KIND]: what to look at abroad: first_seen, rising, follow_through (nothing done about "
     "it), next_territory (likely within 28 days) and lone_slot (a festival with no other date "
     "around it), narrowed by --territory and --artist.\n"
     "evidence: all that is known of a recording's demand in a --territory, and what follows.\n"
     "series: plays a week of an artist or a recording (NAME or ISRC), by territory and service, "
     "with interval and what each week rests on.\n"
     "exports: a world's plays and revenue at home and abroad, their spread and continuity.\n"
     "reference: published market figures with year, currency and source.\n"
     "Only rows of a file up to the origin are used, and nothing of it is kept.",
     "forecast: チャートファイルの各系列が、起点の 1〜8 週間後にどうなるか（十分位つき）。\n"
     "entries: 起点から 28 日以内に、どの曲がどのチャートに入りそうか。\n"
     "latent: "
     "ほかのどの地域で求められていそうか。所在表（Artist、Countries）ならその表から推定し、--world "
     "なら同梱のモデルを使います。--about "
     "の事実は、確かめて役立つ種類だけを、--origin までに始まったものについて使います。--save "
     "で保存し、--model で使えます。\n"
     "alarms [種類]: 国外で見るべきもの: first_seen（初登場）、rising（急伸）、follow_through（放置）、"
     "next_territory（28 日以内に次に入りそうな地域）、lone_slot（前後に公演のないフェス出演）。"
     "--territory と --artist で絞れます。\n"
     "evidence: ある音源の --territory での需要について分かっていることと、その結論。\n"
     "series: アーティスト（名前）か音源（ISRC）の週ごとの再生。地域・配信事業者別に、区間と根拠つき。\n"
     "exports: ワールドの国内外の再生と売上、その広がりと継続性。\n"
     "reference: 公表された市場の数値（年・通貨・出典つき）。\n"
     "起点までの行だけを使います。ファイルの内容は保存しません。"},
    {"flag.level", "track or artist", "track（曲）か artist（アーティスト）"},
    {"flag.horizon", "weeks ahead, 1 to 8 (usually 4)", "何週間先まで（1〜8、既定は 4）"},
    {"flag.origin", "the day up to which rows are used", "この日までの行を使う"},
    {"flag.origins", "several such days, comma-separated", "複数の起点（コンマ区切り）"},
    {"flag.week_start", "weeks begin on fri or mon (usually fri)",
     "週の始まり fri か mon（既定は fri）"},
    {"flag.facts",
     "latent: a table of facts about the artists (language, genre, tie-in, convention)",
     "latent: アーティストについての事実の表（言語・ジャンル・タイアップ・コンベンション）"},
    {"flag.latent_model", "latent: ask a model that --save kept instead of fitting one",
     "latent: 推定し直さず、--save で保存したモデルを使う"},
    {"flag.latent_save", "latent: keep the model in this file",
     "latent: モデルをこのファイルに保存する"},
    {"flag.presence", "a table of artists and the territories where they were seen",
     "アーティストと、見られた地域の表"},
    {"forecast.head",
     "{series} series on their charts in the week to {week}. What similar weeks of the past led "
     "to:",
     "{week} までの週にチャートにある系列は {series} 件。過去の似た週のその後から見た見通し:"},
    {"forecast.held", "week +{h}: 80 % intervals held {percent} % of past outcomes",
     "{h} 週先: 80 % 区間は過去の結果の {percent} % を含みました"},
    {"forecast.too_short", "week +{h}: too few past weeks in the file to learn from",
     "{h} 週先: ファイルに過去の週が足りず、学べません"},
    {"forecast.now", "{territory}  {name} {now} this week", "{territory}  {name} 今週 {now}"},
    {"forecast.row", "week +{h}  {low} to {high} (80 %), middle {point}",
     "+{h} 週  {low}〜{high}（80 %）、中央 {point}"},
    {"entries.head",
     "After {origin}: {candidates} possible entries within 28 days, judged by {past} past ones.",
     "{origin} から 28 日以内にありうるチャート入り {candidates} 件（過去の {past} 件から判断）。"},
    {"entries.row", "{percent} %  {territory}  {name}  {reasons}",
     "{percent} %  {territory}  {name}  {reasons}"},
    {"entries.expected", "Of these {shown}, about {expected} are expected to come true.",
     "この {shown} 件のうち、実現するのはおよそ {expected} 件の見込みです。"},
    {"entries.reason.age", "out only a short time", "出て間もない"},
    {"entries.reason.charts", "on many charts", "多くのチャートにある"},
    {"entries.reason.growth", "growing where it is", "今ある地域で伸びている"},
    {"entries.reason.reach", "its charts often lead there", "今あるチャートから広がりやすい地域"},
    {"entries.reason.artist_there", "the artist is known there", "この地域で知られたアーティスト"},
    {"entries.reason.artist_entries", "the artist entered there lately",
     "このアーティストの曲が最近入った地域"},
    {"entries.reason.artist_wide", "the artist is on charts of many territories",
     "多くの地域に入っているアーティスト"},
    {"entries.reason.recent_entry", "entered another chart just now", "別のチャートに入ったばかり"},
    {"entries.reason.openness", "this chart takes much from others",
     "よそからの曲が入りやすいチャート"},
    {"entries.reason.fresh", "new on charts that lead there", "広がりやすいチャートに入ったばかり"},
    {"latent.head",
     "Fitted on {artists} artists over {territories} territories. The percentage is the chance "
     "that "
     "this is the one, were the table short of one territory.",
     "{territories} 地域・{artists} アーティストの表から推定しました。割合は「表に 1 "
     "地域だけ欠けているなら、それがここである」可能性です。"},
    {"latent.head_shipped",
     "{artists} artists, by a model of public charts of {territories} territories, 2017–2020; seen "
     "means at least 1,000 reported plays in 28 days, or a chart. The percentage is the chance "
     "that "
     "this is the one, were they to enter one more.",
     "{artists} アーティスト。{territories} "
     "地域の公開チャート（2017〜2020）から作った推定です。「見られた」は 28 "
     "日で報告再生 1,000 回以上、またはチャート入りです。割合は「あと 1 "
     "地域に入るなら、それがここである」可能性です。"},
    {"latent.head_saved",
     "{artists} artists over the {territories} territories of a saved model. The percentage is the "
     "chance that this is the one, were they to enter one more.",
     "保存したモデルの {territories} 地域・{artists} アーティスト。割合は「あと 1 "
     "地域に入るなら、それがここである」可能性です。"},
    {"latent.words_unknown",
     "Territories of the table that the saved model does not have, passed over: {count}.",
     "表の {count} 地域は保存したモデルになく、使いませんでした。"},
    {"latent.saved", "The model was saved as {path}. Ask it with --model {path}.",
     "モデルを {path} に保存しました。--model {path} で使えます。"},
    {"latent.artist", "{artist}: seen in {seen}", "{artist}: 見られた地域 {seen}"},
    {"latent.nowhere", "no territory of the table", "表のどの地域でもない"},
    {"latent.row", "{percent} %  {territory}  because of {why}",
     "{percent} %  {territory}  根拠 {why}"},
    {"facts.head", "Facts about artists: {count}.", "アーティストについての事実: {count} 件。"},
    {"facts.saved", "Weights of facts are those of the saved model.",
     "事実の重みは保存したモデルのものです。"},
    {"facts.shipped",
     "The model that ships has no weights for facts; they are fitted on these artists where there "
     "are enough of them.",
     "同梱のモデルには事実の重みがありません。アーティストが足りる場合は、このデータから推定します。"},
    {"facts.none", "No kind of fact changes a chance below.",
     "以下の可能性を変えている事実はありません。"},
    {"facts.kept",
     "{kind}: counted. For artists left out in turn, the log chance of a left-out territory gets "
     "{gain} higher (standard error {error}; {artists} artists).",
     "{kind}: 使います。アーティストを順に除いて確かめると、隠した地域の対数確率が {gain} "
     "上がりました（標準誤差 {error}、{artists} アーティスト）。"},
    {"facts.no_better",
     "{kind}: left out. For artists left out in turn, left-out territories got no likelier than "
     "chance allows (log chance {gain}, standard error {error}; {artists} artists).",
     "{kind}: "
     "使いません。アーティストを順に除いて確かめると、隠した地域の当たりやすさは偶然の範囲でした（対数確率 "
     "{gain}、標準誤差 {error}、{artists} アーティスト）。"},
    {"facts.too_few",
     "{kind}: not weighed. Such facts tell {artists} artists seen in two territories or more apart; "
     "{least} are needed to judge them.",
     "{kind}: 重みをつけていません。2 地域以上で見られ、この事実で見分けられるのは {artists} "
     "アーティストで、判断には {least} 必要です。"},
    {"facts.kind.language", "language", "言語"},
    {"facts.kind.genre", "genre", "ジャンル"},
    {"facts.kind.tie_in", "tie-in", "タイアップ"},
    {"facts.kind.convention", "convention", "コンベンション"},
    {"facts.repeated", "Rows that say what another row says, counted once: {count}.",
     "{count} 行はほかの行と同じ内容なので、1 回だけ数えました。"},
    {"facts.later", "Facts that began after {day}, not used: {count}.",
     "{day} より後に始まった事実 {count} 件は使っていません。"},
    {"facts.undated",
     "Tie-ins and conventions without a day, which may be later than {day}, not used: {count}.",
     "日付のないタイアップ・コンベンション {count} 件は {day} より後かもしれないので、使っていません。"},
    {"facts.of_other_artists", "Facts about artists who are not asked about: {count}.",
     "{count} 件は、ここにいないアーティストについての事実です。"},
    {"facts.elsewhere", "Facts whose territories are none of the table's: {count}.",
     "{count} 件の地域は、この表のどの地域でもありません。"},
    {"fact.language", "sings in {value}", "歌唱言語 {value}"},
    {"fact.language.there", "sings in {value}, spoken there", "現地で話される {value} で歌唱"},
    {"fact.genre", "genre: {value}", "ジャンル: {value}"},
    {"fact.tie_in", "tie-in: {value}", "タイアップ: {value}"},
    {"fact.tie_in.medium", "tie-in: {value} ({medium})", "タイアップ: {value}（{medium}）"},
    {"fact.tie_in.there", "tie-in: {value}, shown there", "タイアップ: {value}（現地で公開）"},
    {"fact.convention", "plays conventions: {value}", "コンベンション出演あり: {value}"},
    {"fact.convention.there", "convention there on {day}: {value}",
     "現地のコンベンション {day}: {value}"},
    {"fact.not_weighed", "on file, not weighed: {fact}", "記録のみ（重みなし）: {fact}"},
    {"reference.head",
     "Published figures, as their sources state them. They are never added to measured ones.",
     "公表された数値（出典の記載どおり）。実測値とは合算しません。"},
    {"evidence.none", "Nothing supports an estimate. That is not zero.",
     "見込みを裏づけるデータがありません（ゼロという意味ではありません）。"},
    {"evidence.worth", "{streams} streams in the next 28 days ({kind}); 80 % interval: {interval}",
     "今後 28 日の再生 {streams}（{kind}）、80 % 区間: {interval}"},
    {"evidence.no_interval", "too little is known to give one", "データが足りず示せません"},
    {"evidence.reported", "reported there, per 28 days: {streams}",
     "現地の報告（28 日あたり）: {streams}"},
    {"evidence.charted", "on the chart in the last 28 days: {streams}",
     "直近 28 日のチャート上: {streams}"},
    {"evidence.below", "the chart's lowest row over 28 days: {streams}",
     "チャート最下位の 28 日分: {streams}"},
    {"evidence.home", "at home, per 28 days: {streams}", "国内（28 日あたり）: {streams}"},
    {"evidence.ratio", "abroad to home, from recordings open in both: {ratio}",
     "国内に対する現地の比（両方で聴ける音源から）: {ratio}"},
    {"evidence.report", "report of {service}, {start} to {end}: {units} (delivery {delivery})",
     "{service} の報告 {start}〜{end}: {units}（納品 {delivery}）"},
    {"evidence.chart",
     "{chart}: {first} to {last}, {days} days of the last 28, best rank {rank} of {depth}",
     "{chart}: {first}〜{last}、直近 28 日のうち {days} 日、最高 {rank} 位（{depth} 位まで）"},
    {"alarms.none",
     "Nothing abroad asks for attention. What no chart or report covers is not known.",
     "国外で注意すべきことはありません（チャートや報告のない範囲は不明です）。"},
    {"alarms.first_seen", "First seen on a chart there (last 28 days)",
     "現地のチャートで初めて見られたもの（直近 28 日）"},
    {"alarms.rising", "Rising faster than nine of ten of your recordings abroad",
     "国外の自社音源の 9 割より速く伸びているもの"},
    {"alarms.follow_through", "Seen abroad 60 to 180 days ago, and nothing done since",
     "60〜180 日前に国外で見られ、その後なにも行われていないもの"},
    {"alarms.next_territory",
     "May enter the chart {chart} within 28 days after {origin}, where no chart ever showed it "
     "(judged by {past} past entries)",
     "{origin} から 28 日以内に、まだどのチャートにもない地域の {chart} "
     "に入りうるもの（過去の {past} 件から判断）"},
    {"alarms.chance",
     "{percent} % (of {said} such chances before, of {from} % and more, {came} came true): "
     "{reasons}",
     "{percent} %（過去の同程度の見込み（{from} % 以上）{said} 件のうち {came} 件が実現）: "
     "{reasons}"},
    {"alarms.chance_unproven",
     "{percent} % (only {said} such chances before, too few to say how often they come true): "
     "{reasons}",
     "{percent} %（過去の同程度の見込みは {said} 件だけで、実現の割合は不明）: {reasons}"},
    {"alarms.next_unknown", "Likely next territories are unknown: {why}",
     "次に入りそうな地域は不明です: {why}"},
    {"alarms.next_unknown.no_chart", "no chart is on file.", "チャートが登録されていません。"},
    {"alarms.next_unknown.chart_over",
     "no chart on file reaches to within a week of this day.",
     "この日までの 1 週間に届くチャートがありません。"},
    {"alarms.next_unknown.one_territory", "every chart on file is of one territory.",
     "どのチャートも 1 地域だけのものです。"},
    {"alarms.next_unknown.history_short",
     "the charts on file show fewer than ten entries from one territory into another to learn "
     "from.",
     "地域をまたいだチャート入りが 10 件に満たず、学べません。"},
    {"alarms.missing", "Not looked for: {kind}, because {why}", "{kind}は調べられません: {why}"},
    {"alarms.kind.first_seen", "first sights abroad", "国外での初登場"},
    {"alarms.kind.rising", "rises", "急な伸び"},
    {"alarms.kind.follow_through", "first sights that nothing followed", "初登場後の対応もれ"},
    {"alarms.kind.lone_slot", "festival slots abroad", "国外のフェス出演"},
    {"alarms.missing.no_chart", "no chart from abroad is on file.",
     "国外のチャートが登録されていません。"},
    {"alarms.missing.chart_over", "no chart from abroad reaches the last 28 days.",
     "直近 28 日に届く国外のチャートがありません。"},
    {"alarms.missing.history_short",
     "the charts from abroad cover {on_file} days, and {needed} are needed.",
     "国外のチャートが {on_file} 日分で、{needed} 日分に足りません。"},
    {"alarms.missing.few_reports",
     "{on_file} recordings abroad have two periods of plays to compare, and {needed} are needed.",
     "国外で 2 期間の再生を比べられる音源が {on_file} 件で、{needed} 件に足りません。"},
    {"alarms.missing.no_dates", "no date of an artist on a stage is on file.",
     "アーティストの出演日が登録されていません。"},
    {"alarms.lone_slot",
     "A festival or convention abroad, and no other date within {days} days there or in its region "
     "is on file",
     "国外のフェス・コンベンションで、同じ地域圏の前後 {days} 日にほかの公演が登録されていないもの"},
    {"alarms.slot_coming",
     "{artist} – {event}, {where}, {days}: no other date is on file. Is one being planned?",
     "{artist} – {event}、{where}、{days}: "
     "ほかの公演は登録されていません。前後に予定はありますか。"},
    {"alarms.slot_over",
     "{artist} – {event}, {where}, {days}: no other date is on file. Were there others?",
     "{artist} – {event}、{where}、{days}: "
     "ほかの公演は登録されていません。前後に公演はありましたか。"},
    {"alarms.since", "since {day}", "{day} から"},
    {"alarms.growth", "× {growth} (nine of ten: below × {usual})",
     "{growth} 倍（9 割は {usual} 倍未満）"},
    {"exports.head",
     "Plays that reports state, and our share of what statements state. What no report covers is "
     "not known and enters no figure.",
     "報告された再生数と、明細にある自社の取り分。報告のない地域・期間は不明で、どの数値にも入れて"
     "いません。"},
    {"exports.everybody", "All artists", "全アーティスト"},
    {"exports.plays",
     "plays: {home} at home, {abroad} in {territories} territories abroad ({share})",
     "再生: 国内 {home}、国外 {territories} 地域で {abroad}（{share}）"},
    {"exports.spread",
     "abroad: largest territory {top}, largest three {three}, Gini {gini}; quarters with plays "
     "since the first {continuity}",
     "国外: 最大の地域 {top}、上位 3 地域 {three}、ジニ係数 {gini}、初再生後に再生のあった四半期 "
     "{continuity}"},
    {"exports.money",
     "our share in {currency}: {home} at home, {abroad} abroad; {unknown} lines state none",
     "自社の取り分（{currency}）: 国内 {home}、国外 {abroad}、記載のない行 {unknown}"},
    {"series.artist", "{artist}, {recordings} recordings on file",
     "{artist}（登録された音源 {recordings} 件）"},
    {"series.none", "No chart and no report on file speaks of it there. That is not zero.",
     "チャートにも報告にもありません（ゼロという意味ではありません）。"},
    {"series.head",
     "Plays a week by service, with the 80 % interval and what it rests on. Services are not added "
     "up; – is unknown, not zero.",
     "配信事業者ごとの週の再生、80 % 区間、根拠。配信事業者は合算していません。– "
     "は不明で、ゼロではありません。"},
    {"series.most", "at most {most}", "最大 {most}"},
    {"series.rests.charted", "on a chart on {days} of 7 days", "7 日中 {days} 日チャートにあり"},
    {"series.rests.observed", "reported for days of this week", "この週の日ごとの報告"},
    {"series.rests.spread", "part of a longer report", "より長い期間の報告の一部"},
    {"series.rests.bounded", "below the chart's lowest row on {days} of 7 days",
     "7 日中 {days} 日チャート最下位より下"},
    {"series.rests.interpolated", "between or just after known weeks",
     "分かっている週の間、または直後"},
    {"series.rests.unknown", "unknown", "不明"},
    {"series.chart", "{name}: {first} to {last}, on it on {found} of {days} days, plays {plays}",
     "{name}: {first}〜{last}、{days} 日のうち {found} 日にあり、再生 {plays}"},
    {"series.report", "report of {name}: {first} to {last}, {days} periods, plays {plays}",
     "{name} の報告: {first}〜{last}、{days} 期間、再生 {plays}"},
    {"series.statement", "statement, {name}: {first} to {last}, {days} periods, plays {plays}",
     "計算書、{name}: {first}〜{last}、{days} 期間、再生 {plays}"},
    {"series.views", "video report of {name}: {first} to {last}, {days} periods, views {plays}",
     "{name} の動画レポート: {first}〜{last}、{days} 期間、視聴 {plays}"},
    {"series.everywhere", "All territories together", "全地域の合計"},
    {"series.documents_more", "{documents} and {more} more", "{documents} ほか {more} 件"},
    {"series.use.plays", "plays", "再生"},
    {"series.use.video_views", "views of official videos, apart from plays",
     "公式動画の視聴（再生とは別）"},
    {"series.use.by_others", "use made by others, apart from plays",
     "第三者による利用（再生とは別）"},
    {"series.too_long", "{count} reports of more than 100 days say nothing of a week",
     "100 日を超える報告 {count} 件は週に分けられません"},
    {"flag.beside", "with exports: other repertoires, from the world's charts or published figures",
     "exports とともに: ほかの国の作品との比較（ワールドのチャート、または公表値）"},
    {"beside.charts",
     "Places on charts abroad in the last 28 days, by where the recording was registered (the "
     "country of its ISRC, mostly the artist's). What has no ISRC on file is unknown, not other.",
     "直近 28 日の国外チャートの順位枠を、音源の登録国（ISRC の国。多くはアーティストの国）で分けました。"
     "ISRC の分からないものは不明です。"},
    {"beside.abroad", "Abroad together", "国外合計"},
    {"beside.none", "no chart of these days on file", "この期間のチャートなし"},
    {"beside.unknown", "unknown {share}", "不明 {share}"},
    {"error.beside_unknown", "{word} is nothing to compare with; use --beside charts or --beside "
     "reference.", "{word} とは比較できません。--beside charts か --beside reference を使ってください。"},
    {"error.demand_name_needed",
     "Name an artist, or a recording by its ISRC: umikoe demand series NAME --world DIR.",
     "アーティスト名か音源の ISRC を指定してください: umikoe demand series 名前 --world フォルダー"},
    {"error.demand_artist_unknown",
     "No artist on file, or none with plays or revenue, matches {artist}; umikoe find looks across "
     "spellings.",
     "登録された（または再生や売上のある）アーティストで {artist} に合うものはありません。umikoe find "
     "で表記をまたいで探せます。"},
    {"error.demand_action_unknown",
     "{action} is no action of demand; use forecast, entries, latent, alarms, evidence, series, "
     "exports or reference.",
     "{action} は demand の操作ではありません。forecast、entries、latent、alarms、evidence、series、"
     "exports、reference のいずれかを使ってください。"},
    {"error.demand_file_needed",
     "Name the chart file, or a folder of them: umikoe demand {action} FILE.",
     "チャートファイルかそのフォルダーを指定してください: umikoe demand {action} ファイル"},
    {"error.demand_presence_needed",
     "Name a table (--presence FILE, with columns Artist and Countries) or a world (--world DIR).",
     "表（--presence ファイル、列は Artist と Countries）かワールド（--world "
     "フォルダー）を指定してください。"},
    {"error.demand_level_unknown", "{level} is no level; use track or artist.",
     "{level} という単位はありません。track か artist を使ってください。"},
    {"error.horizon_invalid", "The horizon is a number of weeks from 1 to {most}.",
     "何週間先までかは 1 から {most} の数で指定してください。"},
    {"error.alarm_kind_unknown",
     "There is no alarm {word}. Choose first_seen, rising, next_territory, follow_through or "
     "lone_slot, or none for all.",
     "アラートの種類 {word} はありません。first_seen、rising、next_territory、follow_through、"
     "lone_slot から選ぶか、指定せずに全種類を表示してください。"},
    {"error.week_start_unknown", "Weeks begin on fri or mon, not {word}.",
     "週の始まりは fri か mon です（{word} は使えません）。"},
    {"error.demand_origin_needed",
     "Give the day up to which rows are used: --origin 2026-01-01, or several with --origins.",
     "どの日までの行を使うか指定してください: --origin 2026-01-01（複数は --origins）"},
    {"error.demand_history_short",
     "The file has too few weeks before {date} to learn from; choose a later day, or a file that "
     "begins earlier.",
     "{date} "
     "より前の週が足りず、学べません。もっと後の日か、早くから始まるファイルを選んでください。"},
    {"error.chart_format_needed",
     "This file is no chart of a known layout (it was read as: {format}). docs/formats.md lists "
     "the "
     "layouts; others can be taken into a world with import --map.",
     "既知の形式のチャートではありません（判定: {format}）。形式は docs/formats.md "
     "にあります。その他は import --map でワールドに取り込めます。"},
    {"error.chart_of_another_layout",
     "This chart has another layout than the first of the folder and was left out; ask about it "
     "alone.",
     "フォルダーの最初のチャートと形式が違うため除きました。別に指定してください。"},
    {"error.chart_without_amounts",
     "The chart names ranks only, so there is nothing to forecast; give a file with streams or an "
     "index.",
     "順位だけのチャートなので見通しを計算できません。再生数か指数のあるファイルを指定してください"
     "。"},
    {"error.presence_artist_missing", "This row names no artist; fill in or delete it.",
     "アーティスト名がない行です。記入するか削除してください。"},
    {"error.fact_language_unknown",
     "\"{text}\" is no language tag; write one of BCP 47 such as ja, ko, en, zh-Hant.",
     "「{text}」は言語タグとして読めません。ja、ko、en、zh-Hant のような BCP 47 "
     "のタグで書いてください。"},
    {"error.fact_day_unclear", "\"{text}\" may be read as two days; write YYYY-MM-DD.",
     "「{text}」は二通りの日付に読めます。YYYY-MM-DD で書いてください。"},
    {"error.latent_model_unknown",
     "This is no latent model; name a file that demand latent --save wrote.",
     "潜在需要のモデルではありません。demand latent --save で保存したファイルを指定してください。"},
    {"error.latent_model_version",
     "This model has version \"{version}\", and version {known} can be read; fit it again with "
     "--presence FILE --save FILE.",
     "このモデルの版は「{version}」で、読めるのは版 {known} です。--presence ファイル --save "
     "ファイル で作り直してください。"},
    {"error.latent_model_damaged",
     "The model is damaged: its contents are not what was saved. Fit it again with --presence FILE "
     "--save FILE.",
     "モデルが壊れています（保存した内容と一致しません）。--presence ファイル --save ファイル "
     "で作り直してください。"},
    {"error.reference_unknown", "No published figure on file matches {query}.",
     "「{query}」に合う公表値は収録していません。"},
};

}  // namespace

std::span<const Message> demand_messages() { return table; }

}  // namespace umikoe::messages
