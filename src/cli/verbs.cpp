#include "cli/verbs.h"

namespace umikoe::cli {
namespace {

constexpr Flag world{"--world", "DIR", "flag.world"};
constexpr Flag json{"--json", "", "flag.json"};
constexpr Flag lang{"--lang", "ja|en", "flag.lang"};
constexpr Flag help{"--help", "", "flag.help"};
constexpr Flag date{"--date", "YYYY-MM-DD", "flag.date"};
constexpr Flag as_of{"--as-of", "YYYY-MM-DD", "flag.as_of"};
constexpr Flag use{"--use", "WORD", "flag.use"};
constexpr Flag model{"--model", "WORD", "flag.model"};
constexpr Flag service{"--service", "NAME|DPID", "flag.service"};
constexpr Flag as{"--as", "PARTY", "flag.as"};
constexpr Flag csv{"--csv", "", "flag.csv"};
constexpr Flag artist{"--artist", "NAME", "flag.artist"};
constexpr Flag label{"--label", "NAME", "flag.label"};
constexpr Flag query{"--query", "TEXT", "flag.query"};
constexpr Flag territory{"--territory", "CODE,…", "flag.territory"};
constexpr Flag region{"--region", "NAME", "flag.region"};
constexpr Flag reason{"--reason", "WORD", "flag.reason"};
constexpr Flag role{"--role", "WORD", "flag.role"};
constexpr Flag rule{"--rule", "WORD", "flag.rule"};
constexpr Flag rules{"--rules", "", "flag.rules"};
constexpr Flag verify{"--verify", "", "flag.verify"};
constexpr Flag port{"--port", "N", "flag.port"};
constexpr Flag edit{"--edit", "", "flag.edit"};
constexpr Flag limit{"--limit", "N", "flag.limit"};
constexpr Flag rate{"--rate", "CUR=RATE@DATE:SOURCE;…", "flag.rate"};
constexpr Flag month{"--month", "YYYY-MM", "flag.month"};
constexpr Flag group_by{"--by", "WORD", "flag.group_by"};
constexpr Flag cells{"--cells", "", "flag.cells"};
constexpr Flag decisions{"--decisions", "", "flag.decisions"};
constexpr Flag xlsx{"--xlsx", "DIR", "flag.xlsx"};
constexpr Flag kind{"--kind", "WORD", "flag.kind"};
constexpr Flag until{"--until", "YYYY-MM-DD", "flag.until"};
constexpr Flag note{"--note", "TEXT", "flag.note"};
constexpr Flag by{"--by", "NAME", "flag.by"};
constexpr Flag period{"--period", "2026-H1", "flag.period"};
constexpr Flag contributor{"--contributor", "NAME", "flag.contributor"};
constexpr Flag approve{"--approve", "NAME", "flag.approve"};
constexpr Flag out{"--out", "FILE", "flag.out"};
constexpr Flag close{"--close", "", "flag.close"};
constexpr Flag list{"--list", "", "flag.list"};
constexpr Flag map{"--map", "", "flag.map"};
constexpr Flag answer{"--answer", "N=ANSWER", "flag.answer"};
constexpr Flag columns{"--columns", "COL=HEADER,…", "flag.columns"};
constexpr Flag sheet{"--sheet", "NAME", "flag.sheet"};
constexpr Flag sender{"--sender", "NAME", "flag.sender"};
constexpr Flag save{"--save", "", "flag.save"};
constexpr Flag caption_format{"--format", "vtt|ttml|srt|lrc|sbv", "flag.caption_format"};
constexpr Flag caption_from{"--from", "vtt|ttml|srt|lrc|sbv", "flag.caption_from"};
constexpr Flag caption_to{"--to", "vtt|ttml|srt|lrc|sbv|apple", "flag.caption_to"};
constexpr Flag cue_text{"--cue-text", "", "flag.cue_text"};
constexpr Flag caption_language{"--language", "TAG", "flag.caption_language"};
constexpr Flag ruby{"--ruby", "drop|brackets", "flag.ruby"};
constexpr Flag profile{"--profile", "NAME", "flag.profile"};
constexpr Flag profiles{"--profiles", "", "flag.profiles"};
constexpr Flag language{"--language", "TAG", "flag.language"};
constexpr Flag state{"--state", "WORD", "flag.state"};
constexpr Flag field{"--field", "WORD", "flag.field"};
constexpr Flag done{"--done", "", "flag.done"};
constexpr Flag media{"--media", "WORD,…", "flag.media"};
constexpr Flag format{"--format", "WORD", "flag.exchange_format"};
constexpr Flag bom{"--bom", "", "flag.bom"};
constexpr Flag remove{"--remove", "", "flag.remove"};
constexpr Flag about{"--about", "COLUMN=TEXT", "flag.about"};
constexpr Flag provider{"--provider", "NAME", "flag.provider"};
constexpr Flag from_memory{"--from-memory", "", "flag.from_memory"};
constexpr Flag ics{"--ics", "", "flag.ics"};

constexpr Flag level{"--level", "track|artist", "flag.level"};
constexpr Flag horizon{"--horizon", "N", "flag.horizon"};
constexpr Flag origin{"--origin", "YYYY-MM-DD", "flag.origin"};
constexpr Flag origins{"--origins", "YYYY-MM-DD,…", "flag.origins"};
constexpr Flag week_start{"--week-start", "fri|mon", "flag.week_start"};
constexpr Flag beside{"--beside", "charts|reference", "flag.beside"};
constexpr Flag presence{"--presence", "FILE", "flag.presence"};
constexpr Flag facts{"--about", "FILE", "flag.facts"};
constexpr Flag latent_model{"--model", "FILE", "flag.latent_model"};
constexpr Flag latent_save{"--save", "FILE", "flag.latent_save"};
constexpr Flag scheme{"--scheme", "WORD", "flag.scheme"};
constexpr Flag engine{"--engine", "WORD", "flag.engine"};
constexpr Flag candidates{"--candidates", "N", "flag.candidates"};
constexpr Flag speaker{"--role", "WORD", "flag.speaker"};
constexpr Flag new_text{"--text", "TEXT", "flag.new_text"};
constexpr Flag simulate{"--simulate", "", "flag.simulate"};
constexpr Flag for_language{"--language", "TAG", "flag.for_language"};
constexpr Flag same{"--same", "ID=ISRC", "flag.same"};
constexpr Flag different{"--different", "ID=ISRC", "flag.different"};
constexpr Flag undo{"--undo", "ID=ISRC", "flag.undo"};
constexpr Flag to{"--to", "DPID", "flag.to"};

constexpr Flag measure_unit{"--unit", "COLUMN", "flag.measure_unit"};
constexpr Flag measure_time{"--time", "COLUMN", "flag.measure_time"};
constexpr Flag outcome{"--outcome", "COLUMN", "flag.measure_outcome"};
constexpr Flag treated{"--treated", "COLUMN", "flag.measure_treated"};
constexpr Flag group{"--group", "COLUMN", "flag.measure_group"};
constexpr Flag delimiter{"--delimiter", "CHARACTER", "flag.measure_delimiter"};
constexpr Flag method{"--method", "sdid|sc|did|bsts", "flag.measure_method"};
constexpr Flag predictors{"--predictors", "FILE", "flag.predictors"};
constexpr Flag indexed{"--indexed", "", "flag.indexed"};
constexpr Flag lower_is_better{"--lower-is-better", "", "flag.lower_is_better"};
constexpr Flag matters{"--matters", "NUMBER", "flag.matters"};
constexpr Flag without_unit{"--without", "UNIT", "flag.without_unit"};
constexpr Flag placebos{"--placebos", "N", "flag.placebos"};
constexpr Flag trace{"--trace", "", "flag.trace"};
constexpr Flag from_month{"--from", "YYYY-MM", "flag.from_month"};
constexpr Flag seed{"--seed", "N", "flag.seed"};

constexpr Flag budget{"--budget", "50000000JPY", "flag.budget"};
constexpr Flag plan_horizon{"--horizon", "2027|YYYY-MM-DD", "flag.plan_horizon"};
constexpr Flag objective{"--objective", "listeners|income|breadth", "flag.objective"};
constexpr Flag caution{"--caution", "0–1", "flag.caution"};
constexpr Flag budget_limits{"--limits", "FILE", "flag.budget_limits"};
constexpr Flag pin{"--pin", "ID", "flag.pin"};
constexpr Flag forbid{"--forbid", "ID", "flag.forbid"};
constexpr Flag cost{"--cost", "ID=AMOUNT", "flag.cost"};
constexpr Flag frontier{"--frontier", "", "flag.frontier"};
constexpr Flag plan_engine{"--engine", "own|cbc", "flag.plan_engine"};
constexpr Flag work{"--work", "N", "flag.work"};
constexpr Flag seconds{"--seconds", "N", "flag.seconds"};
constexpr Flag save_as{"--save", "NAME", "flag.save_as"};
constexpr Flag paper{"--paper", "FILE", "flag.paper"};
constexpr Flag plan_xlsx{"--xlsx", "FILE", "flag.plan_xlsx"};
constexpr Flag set_rule{"--set", "NAME=VALUE", "flag.set_rule"};
constexpr Flag source{"--source", "TEXT", "flag.source"};
constexpr Flag over{"--over", "FROM..TO", "flag.over"};
constexpr Flag summary{"--summary", "", "flag.summary"};
constexpr Flag starts{"--starts", "YYYY-MM-DD", "flag.starts"};
constexpr Flag review{"--review", "YYYY-MM-DD", "flag.review"};
constexpr Flag keep{"--keep", "", "flag.keep"};
constexpr Flag why_decided{"--why", "TEXT", "flag.why_decided"};

std::vector<Flag> plan_flags() {
  return {world,    budget, plan_horizon, objective, caution,  budget_limits, pin,   forbid,
          cost,     artist, label,        territory, region,   frontier,      trace, plan_engine,
          work,     seconds, seed,        save_as,   paper,    plan_xlsx,     set_rule, source,
          rate,   starts,   review, by,           out,       json,     csv,           lang,  help};
}

std::vector<Flag> measure_flags() {
  return {measure_unit, measure_time, outcome,     treated,  group,     delimiter,
          method,       predictors,   indexed,     matters,  lower_is_better,
          without_unit, placebos,     seed,        world,    territory, from_month,
          keep,         why_decided,  by,          trace,    json,      csv,       lang,
          help};
}

std::vector<Flag> demand_flags() {
  return {world,        level,       horizon,   origin, origins, week_start, presence, facts,
          latent_model, latent_save, territory, artist, beside,  limit,      json,     csv,
          lang,         help};
}

std::vector<Flag> subtitle_flags() {
  return {caption_format, cue_text, caption_from, caption_to, caption_language, ruby,
          out,            profile,  profiles,     world,      by,               note,
          json,           csv,      lang,         help};
}

std::vector<Flag> translate_flags() {
  return {world, by,        language, state,  field,  artist, query, limit,    done, from_memory,
          note,  media,     territory, about, remove, format, bom,   out,      provider, json,
          csv,   lang,      help};
}

std::vector<VerbEntry> make_verbs() {
  return {
      {{"import", "PATH...", "verb.import",
        {world, as_of, map, answer, columns, sheet, sender, by, save, json, lang, help}},
       run_import},
      {{"why", "ISRC TERRITORY", "verb.why",
        {world, date, use, model, service, as, json, lang, help}},
       run_why},
      {{"gap", "", "verb.gap",
        {world, artist, label, query, territory, region, use, reason, role, date, over, summary,
         limit, cells, decisions, xlsx, json, csv, lang, help}},
       run_gap},
      {{"hold", "[ISRC CODE,…]", "verb.hold",
        {world, artist, label, territory, region, kind, until, note, by, list, json, lang, help}},
       run_hold},
      {{"unhold", "NUMBER", "verb.unhold", {world, by, json, lang, help}}, run_unhold},
      {{"world", "[ACTION]", "verb.world", {world, territory, json, lang, help}}, run_world},
      {{"revenue", "", "verb.revenue",
        {world, territory, artist, month, group_by, rate, json, csv, lang, help}},
       run_revenue},
      {{"leaks", "", "verb.leaks", {world, territory, artist, limit, json, lang, help}}, run_leaks},
      {{"videos", "[ISRC]", "verb.videos", {world, json, lang, help}}, run_videos},
      {{"demand", "ACTION [WORD]", "verb.demand", demand_flags(), "verb.demand.more"}, run_demand},
      {{"find", "QUERY", "verb.find", {world, engine, simulate, limit, json, csv, lang, help}},
       run_find},
      {{"readiness", "[ISRC]", "verb.readiness",
        {world, for_language, territory, artist, json, csv, lang, help}},
       run_readiness},
      {{"link", "FILE", "verb.link",
        {world, kind, engine, same, different, undo, by, json, csv, lang, help}},
       run_link},
      {{"name", "ACTION [WORD]", "verb.name",
        {scheme, engine, candidates, world, by, speaker, new_text, to, json, csv, lang, help}},
       run_name},
      {{"return", "", "verb.return",
        {world, period, contributor, approve, rate, out, json, lang, help}},
       run_return},
      {{"nation", "", "verb.nation", {world, period, close, by, json, csv, lang, help}},
       run_nation},
      {{"check", "", "verb.check", {world, rule, query, rules, verify, json, csv, lang, help}},
       run_check},
      {{"translate", "ACTION [WORD...]", "verb.translate", translate_flags()}, run_translate},
      {{"calendar", "[ACTION WORD]", "verb.calendar",
        {world, artist, by, about, remove, ics, out, json, csv, lang, help}},
       run_calendar},
      {{"plan", "[ACTION WORD...]", "verb.plan", plan_flags(), "verb.plan.more"}, run_plan},
      {{"measure", "ACTION [WORD...]", "verb.measure", measure_flags(), "verb.measure.more"},
       run_measure},
      {{"demo", "DIR", "verb.demo", {json, lang, help}}, run_demo},
      {{"serve", "[DIR]", "verb.serve", {world, port, edit, lang, help}}, run_serve},
      {{"subtitle", "[ACTION FILE|ISRC FILE|ISRC]", "verb.subtitle", subtitle_flags(),
        "more.subtitle"},
       run_subtitle},
      {{"completion", "", "verb.completion", {help}}, run_completion},
      {{"man", "", "verb.man", {lang, help}}, run_man},
  };
}

}  // namespace

std::span<const VerbEntry> verbs() {
  static const std::vector<VerbEntry> table = make_verbs();
  return table;
}

}  // namespace umikoe::cli
