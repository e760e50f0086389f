#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"verb.plan", "choose the next actions under a budget, save, approve and begin them",
     "予算内で次の施策を選び、保存・承認・開始する"},
    {"verb.plan.more",
     "Without ACTION a plan is made: --budget and --horizon are needed.\n"
     "  rules                  costs, lead times and expected effects (--set NAME=VALUE --source "
     "--by)\n"
     "  list | show NAME       saved plans\n"
     "  approve | reject | withdraw NAME   by somebody else than who saved it (--by)\n"
     "  start NAME ID          begin an action of an approved plan (--starts, --review, --by)\n"
     "  brief CODE             one page about a territory (--out FILE.html)",
     "ACTION なしで計画を作成します（--budget と --horizon が必要）。\n"
     "  rules                  費用・準備期間・見込み効果（--set NAME=VALUE --source --by）\n"
     "  list | show NAME       保存した計画\n"
     "  approve | reject | withdraw NAME   保存した人以外が決裁（--by）\n"
     "  start NAME ID          承認済み計画の施策を開始（--starts、--review、--by）\n"
     "  brief CODE             地域の1ページ資料（--out FILE.html）"},
    {"verb.measure.more",
     "  panel FILE | artist NAME            measure from a table, or from the reports of a world\n"
     "  intervention ID                     measure what was registered (--keep --by keeps the "
     "verdict)\n"
     "  decide ID stop|continue|change      --why --by\n"
     "  log                                 what was done, found and decided",
     "  panel FILE | artist NAME            表から、またはワールドのレポートから測る\n"
     "  intervention ID                     登録した施策を測る（--keep --by で判定を保存）\n"
     "  decide ID stop|continue|change      --why --by\n"
     "  log                                 実施・判定・決定の一覧"},
    {"flag.budget", "yen that may be spent at most", "使える上限（円）"},
    {"flag.plan_horizon", "the year, or the last day, until which gains count",
     "効果を数える最後の年または日"},
    {"flag.objective", "what to gain most of (listeners)", "最大にするもの（既定はリスナー数）"},
    {"flag.caution", "weight of the worst tenth of futures, 0 to 1 (0)",
     "悪い方から1割の未来を重く見る度合い（0〜1、既定は0）"},
    {"flag.budget_limits", "table of budgets and least shares (CSV)",
     "予算枠と最低割合の表（CSV）"},
    {"flag.pin", "keep this action in; may be repeated", "この施策を必ず入れる（繰り返し可）"},
    {"flag.forbid", "leave this action out; may be repeated", "この施策を除く（繰り返し可）"},
    {"flag.cost", "another cost of one action; may be repeated",
     "施策の費用を変える（繰り返し可）"},
    {"flag.frontier", "what aiming at listeners, income or breadth gives up of the others",
     "リスナー・収入・裾野のどれを優先すると何を失うかを示す"},
    {"flag.plan_engine", "our own search, or COIN-OR CBC beside it",
     "独自の探索、または COIN-OR CBC を併用"},
    {"flag.work", "units of work: the same number gives the same answer",
     "作業量（同じ数なら同じ答え）"},
    {"flag.seconds", "stop after so many seconds at the latest", "遅くともこの秒数で止める"},
    {"flag.save_as", "save as the next version of a plan of this name",
     "この名前の計画の次の版として保存"},
    {"flag.paper", "write the one-page approval paper (HTML) to a file",
     "稟議書（1ページ、HTML）を書き出す"},
    {"flag.plan_xlsx", "write the plan as a workbook to a file", "計画を Excel ブックで書き出す"},
    {"flag.set_rule", "another figure of a rule, such as subtitle.cost_per_minute=2500",
     "規則の数値を変える（例 subtitle.cost_per_minute=2500）"},
    {"flag.source", "where the figure comes from", "数値の出典"},
    {"flag.starts", "the day it begins", "開始日"},
    {"flag.review", "the day on which it is measured", "効果を測る日"},
    {"flag.keep", "keep the verdict, so that the next plan learns from it",
     "判定を保存し、次の計画に反映する"},
    {"flag.why_decided", "the reason", "理由"},

    {"plan.kind.negotiate", "Widen a licence", "許諾の拡大交渉"},
    {"plan.kind.deliver", "Deliver", "納品"},
    {"plan.kind.go_live", "Have it shown", "公開の依頼"},
    {"plan.kind.names", "Romanise and translate names", "名称のローマ字・翻訳"},
    {"plan.kind.subtitle", "Subtitle videos", "動画の字幕"},
    {"plan.kind.promote", "Local promotion", "現地プロモーション"},
    {"plan.kind.tour_leg", "Concerts", "公演"},
    {"plan.kind.showcase", "Showcase slot", "ショーケース出演"},
    {"plan.kind.collaboration", "Collaboration", "コラボレーション"},
    {"plan.kind.grant", "Apply for a grant", "助成金の申請"},
    {"plan.kind.delegation", "Delegation", "派遣団"},
    {"plan.kind.follow_up_30", "Follow up meetings within 30 days", "商談の30日以内フォロー"},
    {"plan.kind.follow_up_90", "Follow up meetings within 90 days", "商談の90日以内フォロー"},

    {"plan.reason.held",
     "{cells} cells of {items} recordings have no licence ({document}); {who} has to agree. Chance "
     "{middle} % [{low}, {high}].",
     "{items} 音源の {cells} 件に許諾がありません（{document}）。{who} "
     "の同意が必要です。成立の見込み {middle} %［{low}、{high}］。"},
    {"plan.reason.delivered",
     "{items} recordings are licensed or will be, and not delivered ({cells} cells open with it). "
     "Chance {middle} % [{low}, {high}].",
     "{items} 音源は許諾済み（または交渉後）で未納品です（{cells} 件が開きます）。見込み {middle} "
     "%［{low}、{high}］。"},
    {"plan.reason.live",
     "{items} recordings are delivered and not shown ({cells} cells). Chance {middle} % [{low}, "
     "{high}].",
     "{items} 音源は納品済みで未公開です（{cells} 件）。見込み {middle} %［{low}、{high}］。"},
    {"plan.reason.names",
     "{items} names are missing for {language}; {streams} streams in 28 days come all the same. "
     "Expected {middle} % more [{low}, {high}].",
     "{language} の名称が {items} 件ありません。それでも28日で {streams} "
     "回再生されています。見込み +{middle} %［{low}、{high}］。"},
    {"plan.reason.subtitles",
     "{items} videos ({minutes} minutes) have no subtitles in {language}; {streams} streams of the "
     "artist in 28 days there. Expected {middle} % more [{low}, {high}].",
     "{items} 本（{minutes} 分）に {language} の字幕がありません。現地では28日で {streams} "
     "回再生。見込み +{middle} %［{low}、{high}］。"},
    {"plan.reason.demand",
     "{streams} streams in 28 days there. Expected {middle} % more while it lasts [{low}, {high}].",
     "現地では28日で {streams} 回再生。続く間の見込み +{middle} %［{low}、{high}］。"},
    {"plan.reason.money",
     "Pays part of what it needs. Chance of an award {middle} % [{low}, {high}].",
     "前提となる施策の費用の一部が支給されます。採択の見込み {middle} %［{low}、{high}］。"},

    {"plan.heading", "Plan under {budget} JPY, {from} to {to}, from {candidates} possible actions",
     "予算 {budget} 円、{from} 〜 {to}、候補 {candidates} 件からの計画"},
    {"plan.totals",
     "{actions} actions for {artists} artists in {territories} territories: {cost} JPY, {left} JPY "
     "left.",
     "{actions} 件、{artists} 組、{territories} 地域: {cost} 円（残り {left} 円）。"},
    {"plan.gain_listeners",
     "Expected listeners more in 28 days, on average until then: P10 {p10}, P50 {p50}, P90 {p90}.",
     "期間平均の28日リスナー増: P10 {p10}、P50 {p50}、P90 {p90}。"},
    {"plan.gain_yen",
     "Expected to us until then: P10 {p10}, P50 {p50}, P90 {p90} JPY, where yields are measured "
     "({known} % of the streams; the rest is not counted).",
     "期間中の当方収入: P10 {p10}、P50 {p50}、P90 {p90} 円（単価が分かる再生の {known} % "
     "のみ。残りは数えていません）。"},
    {"plan.bound", "At most {gap} % below the best there can be ({engine}, {steps} units of work).",
     "最良との差は最大 {gap} %（{engine}、作業量 {steps}）。"},
    {"plan.bound_proven",
     "Proven best within {gap} % ({engine}, {steps} units of our own work before).",
     "{gap} % 以内で最良と証明済み（{engine}、事前の作業量 {steps}）。"},
    {"plan.engine.own", "own search", "独自探索"},
    {"plan.engine.cbc", "COIN-OR CBC", "COIN-OR CBC"},
    {"plan.stopped_early",
     "Stopped by --seconds: on another machine the answer may differ. --work repeats one exactly.",
     "--seconds により打ち切りました。別の環境では答えが変わり得ます。同じ答えには --work "
     "を使います。"},
    {"plan.committed", "{count} of them are begun already: they stay in, and cost.",
     "うち {count} 件は開始済みで、計画と費用に含みます。"},
    {"plan.what_if",
     "Beside the plan without these wishes (means): {listeners} listeners, {yen} JPY to us, {cost} "
     "JPY of cost.",
     "条件を付けない計画との差（平均）: リスナー {listeners}、当方収入 {yen} 円、費用 {cost} 円。"},
    {"plan.action",
     "{cost} JPY · listeners P10 {p10}, P50 {p50}, P90 {p90} · begin {starts}, acts from {acts}, "
     "at the latest {deadline} · {id}",
     "{cost} 円 · リスナー P10 {p10}、P50 {p50}、P90 {p90} · 開始 {starts}、効果 {acts} から、期限 "
     "{deadline} · {id}"},
    {"plan.action_money",
     "{cost} JPY · brings JPY P10 {p10}, P50 {p50}, P90 {p90} · begin {starts}, from {acts}, at "
     "the latest {deadline} · {id}",
     "{cost} 円 · 収入 P10 {p10}、P50 {p50}、P90 {p90} 円 · 開始 {starts}、{acts} から、期限 "
     "{deadline} · {id}"},
    {"plan.more_actions", "… and {count} more (--csv, --xlsx or --trace lists all)",
     "ほか {count} 件（--csv、--xlsx、--trace で全件）"},
    {"plan.rule_limit", "{name}: {spent} of {limit} JPY", "{name}: {spent} / {limit} 円"},
    {"plan.rule_share", "{name}: {spent} JPY, {share} % of the money (at least {limit} %)",
     "{name}: {spent} 円、全体の {share} %（最低 {limit} %）"},
    {"plan.missed", "Just missed:", "惜しくも外れた施策:"},
    {"plan.missed_row",
     "{listeners} listeners for {cost} JPY; in with {more} JPY more, or at a cost of about {at} "
     "JPY · {id}",
     "リスナー {listeners}、費用 {cost} 円。あと {more} 円、または費用が約 {at} 円なら入ります · "
     "{id}"},
    {"plan.missed_row_more", "{listeners} listeners for {cost} JPY; in with {more} JPY more · {id}",
     "リスナー {listeners}、費用 {cost} 円。あと {more} 円で入ります · {id}"},
    {"plan.larger",
     "A tenth more ({budget} JPY) buys {listeners} listeners and {yen} JPY more: {added} actions "
     "in, {dropped} out.",
     "予算を1割増やすと（{budget} 円）、リスナー {listeners}、収入 {yen} 円の上積み: 追加 {added} "
     "件、除外 {dropped} 件。"},
    {"plan.frontier",
     "What aiming at one gives up of the others (means):", "何を優先すると何を失うか（平均）:"},
    {"plan.frontier_row",
     "{listeners} listeners · {yen} JPY · {artists} artists · cost {cost} JPY · at most {gap} % "
     "below best",
     "リスナー {listeners} · {yen} 円 · {artists} 組 · 費用 {cost} 円 · 最良との差 最大 {gap} %"},
    {"plan.aim.listeners", "listeners", "リスナー"},
    {"plan.aim.income", "income", "収入"},
    {"plan.aim.breadth", "breadth of the roster", "裾野の広さ"},
    {"plan.aim.listeners_income", "listeners and income", "リスナーと収入"},
    {"plan.aim.listeners_breadth", "listeners and breadth", "リスナーと裾野"},
    {"plan.aim.income_breadth", "income and breadth", "収入と裾野"},
    {"plan.aim.all_three", "all three alike", "三つを同じ重さで"},
    {"plan.note_unknown",
     "{count} artists × territories play and nobody knows how much: they are in no figure.",
     "再生はあるが量が分からないアーティスト×地域が {count} 件あり、どの数値にも含みません。"},
    {"plan.note_left_out", "{count} of the smallest possible actions were left out.",
     "規模の小さい候補 {count} 件は除きました。"},
    {"plan.note_assumptions",
     "{count} figures of the rules are assumptions (umikoe plan rules lists them; --set replaces "
     "them).",
     "規則の数値のうち {count} 件は仮定です（umikoe plan rules で一覧、--set で置き換え）。"},
    {"plan.yield_unknown", "yield unknown", "単価不明"},
    {"plan.assumption", "assumption", "仮定"},
    {"plan.rules.heading",
     "Rules of every action. Effects: openings and grants are chances, all others shares added to "
     "the streams there are; 80 % interval.",
     "施策ごとの規則。効果は、開放と助成は成立の確率、その他は今の再生数に対する増加割合。80 % "
     "区間。"},
    {"plan.rules.effect",
     "expected {effect}; by the rule alone {prior}; campaigns measured: {measured}",
     "見込み {effect}（規則のみでは {prior}）、測定済みの施策 {measured} 件"},
    {"plan.rules.set",
     "Change one: umikoe plan rules --set subtitle.cost_per_minute=2500 --source \"our 2026 "
     "average\" --by NAME",
     "変更: umikoe plan rules --set subtitle.cost_per_minute=2500 --source \"当社2026年平均\" --by "
     "氏名"},
    {"plan.stored", "{plan} version {version}, {state}, made {day}",
     "{plan} 第{version}版、{state}、作成 {day}"},
    {"plan.stored_totals",
     "{actions} actions, {cost} of {budget} JPY; listeners P10 {p10}, P50 {p50}, P90 {p90}",
     "{actions} 件、{budget} 円のうち {cost} 円。リスナー P10 {p10}、P50 {p50}、P90 {p90}"},
    {"plan.none_stored",
     "No plan is saved yet: umikoe plan --budget … --horizon … --save NAME --by NAME",
     "保存された計画はありません: umikoe plan --budget … --horizon … --save 名前 --by 氏名"},
    {"plan.state.proposed", "proposed by {by}", "提案中（{by}）"},
    {"plan.state.reviewed", "reviewed, from {by}", "確認済み（提案 {by}）"},
    {"plan.state.applied", "approved by {approved_by}, proposed by {by}",
     "承認 {approved_by}（提案 {by}）"},
    {"plan.state.rejected", "rejected, proposed by {by}", "却下（提案 {by}）"},
    {"plan.state.withdrawn", "withdrawn, proposed by {by}", "取り下げ（提案 {by}）"},
    {"plan.sheet_title", "Export plan", "海外展開計画"},
    {"plan.sheet_summary", "Summary", "概要"},
    {"plan.sheet_actions", "Actions", "施策"},
    {"plan.sheet_budget", "Budget, JPY", "予算（円）"},
    {"plan.sheet_cost", "Cost, JPY", "費用（円）"},
    {"plan.sheet_listeners", "Listeners P10, P50, P90", "リスナー P10・P50・P90"},
    {"plan.sheet_yen", "To us, JPY P10, P50, P90", "当方収入（円）P10・P50・P90"},
    {"plan.sheet_gap", "At most below the best, %", "最良との差の上限（%）"},
    {"plan.sheet_days", "From, to", "期間"},

    {"paper.title", "Request for approval", "稟議書"},
    {"paper.demo", "DEMO: every name and figure is invented.",
     "DEMO: 名前と数値はすべて架空です。"},
    {"paper.subject", "Subject", "件名"},
    {"paper.subject_text", "Export plan \"{name}\", {from} to {to}, drafted by {by}",
     "海外展開計画「{name}」、{from} 〜 {to}、起案 {by}"},
    {"paper.purpose", "Purpose", "目的"},
    {"paper.purpose_text",
     "{actions} actions so that {artists} artists can be heard, found and understood in "
     "{territories} territories",
     "{artists} 組が {territories} 地域で聴かれ、見つかり、理解されるための施策 {actions} 件"},
    {"paper.cost", "Cost", "費用"},
    {"paper.cost_text", "{cost} JPY of a budget of {budget} JPY", "{cost} 円（予算 {budget} 円）"},
    {"paper.effect", "Expected effect", "見込み効果"},
    {"paper.effect_text",
     "Listeners more in 28 days: P10 {p10}, P50 {p50}, P90 {p90}. To us until {to}, where yields "
     "are measured: P10 {y10}, P50 {y50}, P90 {y90} JPY",
     "28日リスナー増: P10 {p10}、P50 {p50}、P90 {p90}。{to} までの当方収入（単価が分かる分）: P10 "
     "{y10}、P50 {y50}、P90 {y90} 円"},
    {"paper.risk", "Risk", "リスク"},
    {"paper.risk_text",
     "In the worst tenth of futures {worst} listeners on average. No plan under the same rules is "
     "better by more than {gap} %.",
     "悪い方から1割の未来では平均 {worst} リスナー。同じ条件でこれを {gap} % "
     "を超えて上回る計画はありません。"},
    {"paper.exit", "Exit rule", "中止基準"},
    {"paper.exit_text",
     "Every action is registered before it begins, with owner, hypothesis, controls and review "
     "date. On that day it is measured: \"harmed\" ends it, \"no evidence\" needs a decision to go "
     "on.",
     "各施策は開始前に責任者・仮説・比較対象・判定日を登録し、判定日に測定します。「逆効果」なら中"
     "止、「効果の証拠なし」なら継続には決定が必要です。"},
    {"paper.actions", "Actions, the dearest first", "施策（費用の大きい順）"},
    {"paper.action", "Action", "施策"},
    {"paper.cost_column", "JPY", "円"},
    {"paper.gain_column", "Listeners P10 – P90", "リスナー P10 – P90"},
    {"paper.begins", "Begins", "開始"},
    {"paper.others", "{count} others", "ほか {count} 件"},
    {"paper.approvals", "Approvals", "決裁"},
    {"paper.seal_drafted", "Drafted", "起案"},
    {"paper.seal_reviewed", "Reviewed", "審査"},
    {"paper.seal_finance", "Finance", "経理"},
    {"paper.seal_approved", "Approved", "承認"},
    {"paper.source", "Made from generation {generation} of the world, seed {seed}.",
     "ワールドの世代 {generation}、シード {seed} から作成。"},

    {"brief.heading", "{territory} on {day}", "{territory}（{day} 現在）"},
    {"brief.counts",
     "{recordings} recordings: {open} open, {closed} closed, {unknown} unknown; {not_understood} "
     "open but not understood.",
     "{recordings} 音源: 開放 {open}、閉鎖 {closed}、未確認 {unknown}。開放だが理解されないもの "
     "{not_understood}。"},
    {"brief.worth",
     "The closed ones are worth {worth} streams in 28 days; of {cells} cells nobody can tell.",
     "閉鎖分の価値は28日で {worth} 再生。{cells} 件は不明です。"},
    {"brief.decisions", "Who can open most", "最も多く開けられる相手"},
    {"brief.decision", "{party}: {recordings} recordings, document {document}",
     "{party}: {recordings} 音源、文書 {document}"},
    {"brief.planned", "Approved actions ({cost} JPY for this territory alone)",
     "承認済みの施策（この地域のみで {cost} 円）"},
    {"brief.action", "{starts} {subject}: {cost} JPY ({plan})",
     "{starts} {subject}: {cost} 円（{plan}）"},
    {"brief.done", "Done and measured", "実施と測定"},
    {"brief.nothing", "Nothing.", "ありません。"},

    {"intervention.registered",
     "{id}: {kinds}, {artist}, {territories}; owner {owner}, {cost} JPY. Registered {registered}, "
     "begins {starts}, acts from {acts}, measured {review}. Expected {expected}.",
     "{id}: {kinds}、{artist}、{territories}。責任者 {owner}、{cost} 円。登録 {registered}、開始 "
     "{starts}、効果 {acts} から、判定 {review}。見込み {expected}。"},
    {"intervention.early",
     "An early look: the review date is {review}, and only then is a verdict kept.",
     "判定日前の参考値です。判定日は {review} で、保存できるのはその日からです。"},
    {"intervention.kept", "Kept. The next plan learns from it (umikoe plan rules).",
     "保存しました。次の計画に反映されます（umikoe plan rules）。"},
    {"steering.none", "Nothing is registered yet: umikoe plan start NAME ID --starts DAY --by NAME",
     "登録された施策はありません: umikoe plan start 名前 ID --starts 日 --by 氏名"},
    {"steering.due", "Review was due {review} and it is not measured yet.",
     "判定日 {review} を過ぎ、未測定です。"},
    {"steering.waiting", "Will be measured on {review}.", "{review} に測定します。"},
    {"steering.measured",
     "[{low}, {high}] % ({level} % interval), estimate {effect} %: {verdict}, measured {day}.",
     "［{low}、{high}］%（{level} % 区間）、推定 {effect} %: {verdict}、測定 {day}。"},
    {"steering.decided", "Decided: {word} ({by}, {day}): {why}",
     "決定: {word}（{by}、{day}）: {why}"},
    {"steering.word.stop", "stop", "中止"},
    {"steering.word.continue", "continue", "継続"},
    {"steering.word.change", "change", "変更"},

    {"error.plan_flag_needed",
     "A plan needs {flag}: umikoe plan --budget 50000000JPY --horizon 2027.",
     "{flag} が必要です: umikoe plan --budget 50000000JPY --horizon 2027"},
    {"error.plan_budget_word", "\"{word}\" is no amount of yen; write 50000000JPY or 50,000,000.",
     "「{word}」は円の金額ではありません。50000000JPY や 50,000,000 と書いてください。"},
    {"error.plan_currency", "Budgets are in yen, not in {currency}; convert it and write JPY.",
     "予算は円で指定します（{currency} は不可）。換算して JPY で書いてください。"},
    {"error.plan_horizon_word", "\"{word}\" is neither a year nor a day (2027 or 2027-03-31).",
     "「{word}」は年でも日付でもありません（2027 または 2027-03-31）。"},
    {"error.plan_horizon_past", "{word} does not lie after {today}, the day of this world.",
     "{word} はこのワールドの日付 {today} より後ではありません。"},
    {"error.plan_cost_word", "\"{word}\" is no cost of an action; write ID=AMOUNT.",
     "「{word}」は施策の費用ではありません。ID=金額 と書いてください。"},
    {"error.plan_objective_unknown",
     "\"{word}\" is no objective; there are listeners, income and breadth.",
     "「{word}」という目的はありません。listeners、income、breadth があります。"},
    {"error.plan_engine_unknown", "\"{engine}\" is no engine; there are own and cbc.",
     "「{engine}」というエンジンはありません。own と cbc があります。"},
    {"error.plan_by_needed", "Say who you are: --by NAME.", "担当者を指定してください: --by 氏名"},
    {"error.plan_name_invalid",
     "\"{name}\" cannot name a plan: letters, digits, \"-\", \"_\" and \".\", at most 60 bytes.",
     "「{name}」は計画名にできません。文字・数字・「-」「_」「.」で60バイトまでです。"},
    {"error.plan_unknown", "There is no plan \"{plan}\"; umikoe plan list shows those there are.",
     "計画「{plan}」はありません。umikoe plan list で確認できます。"},
    {"error.plan_action_unknown",
     "There is no action {action} here; the plan's own list names them.",
     "施策 {action} はありません。計画の一覧で確認してください。"},
    {"error.plan_own_proposal",
     "{by} saved this version of {plan}; somebody else has to approve it.",
     "{plan} のこの版は {by} が保存しました。承認は別の人が行ってください。"},
    {"error.plan_decided",
     "The newest version of {plan} is {state} already; save another version first.",
     "{plan} の最新版はすでに {state} です。先に次の版を保存してください。"},
    {"error.plan_not_approved", "{plan} is not approved yet: umikoe plan approve {plan} --by NAME.",
     "{plan} はまだ承認されていません: umikoe plan approve {plan} --by 氏名"},
    {"error.plan_nothing",
     "Nothing here could be done next: no closed cell, no missing name and no streams abroad are "
     "known. Import catalogues and reports first.",
     "次に行える施策がありません（閉鎖・名称不足・海外再生のいずれも不明）。先にカタログとレポート"
     "を取り込んでください。"},
    {"error.plan_rule_key",
     "There is no figure \"{key}\"; umikoe plan rules --csv lists their names.",
     "「{key}」という数値はありません。umikoe plan rules --csv で名前を確認できます。"},
    {"error.plan_rate_needed",
     "A cost in {currency} needs its rate: --rate {currency}=151.2@2026-10-31:SOURCE. Nothing was changed.",
     "{currency} の費用には換算レートが必要です: --rate {currency}=151.2@2026-10-31:出典。何も変更していません。"},
    {"error.plan_rule_value",
     "{key} cannot be {value}: a number in its range, and low ≤ middle ≤ high.",
     "{key} を {value} にはできません。範囲内の数で、low ≤ middle ≤ high としてください。"},
    {"error.plan_rule_missing", "The rule lacks {key}.", "規則に {key} がありません。"},
    {"error.budget_column_unknown",
     "\"{column}\" is no column of budgets, or stands twice; there are name, amount, from, to, "
     "kinds, territories, artists and labels.",
     "「{column}"
     "」という列はないか、重複しています。name、amount、from、to、kinds、territories、artists、labe"
     "ls があります。"},
    {"error.budget_column_missing", "The column \"{column}\" is missing.",
     "列「{column}」がありません。"},
    {"error.budget_cell",
     "\"{value}\" cannot stand in the column {column}; docs/plans.md says what may.",
     "列 {column} に「{value}」は書けません。docs/plans.md を参照してください。"},
    {"error.intervention_late",
     "It has to be registered before it begins: {starts} is not after {today}. What began already "
     "can be measured with umikoe measure artist.",
     "開始前の登録が必要です: {starts} は {today} より後ではありません。すでに始めたものは umikoe "
     "measure artist で測れます。"},
    {"error.intervention_review", "The review date {review} lies before it acts ({acts}).",
     "判定日 {review} が効果の始まり {acts} より前です。"},
    {"error.intervention_no_artist",
     "{action} is about many artists at once, so there is no series to measure it on.",
     "{action} は複数のアーティストにまたがるため、測定する系列がありません。"},
    {"error.intervention_there", "{intervention} is registered already.",
     "{intervention} は登録済みです。"},
    {"error.intervention_unknown",
     "There is no intervention {intervention}; umikoe measure log lists them.",
     "施策 {intervention} の登録はありません。umikoe measure log で確認できます。"},
    {"error.measure_before_review",
     "The review date {review} was fixed before it began, and today is {today}: look without "
     "--keep, or wait.",
     "判定日は開始前に {review} と決められ、今日は {today} です。--keep "
     "なしで参照するか、お待ちください。"},
    {"error.intervention_not_begun",
     "It acts from {acts} on, and today is {today}: there is nothing to measure yet.",
     "効果は {acts} からで、今日は {today} です。まだ測るものがありません。"},
    {"error.steering_word_unknown",
     "\"{word}\" is no decision; there are stop, continue and change.",
     "「{word}」という決定はありません。stop、continue、change があります。"},
    {"error.steering_why_needed", "Say why: --why TEXT.", "理由を指定してください: --why 文"},
};

}  // namespace

std::span<const Message> plan_messages() { return table; }

}  // namespace umikoe::messages
