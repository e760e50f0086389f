#include "app/translation/record_edits.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/file_reading.h"
#include "base/limits.h"
#include "formats/over_limit.h"
#include "formats/table/table_reader.h"

namespace umikoe::app {
namespace {

using formats::table::TableRow;

// A record ready for the log.
struct Kept {
  const char* kind = nullptr;
  std::string subject;
  StatedWords words;
};

template <class Record>
Kept kept(const char* kind, std::string subject, const Record& record) {
  return {kind, std::move(subject), words_of(record)};
}

Result<Kept> read_person_by(const StatedWords& words, const std::string& by) {
  UMIKOE_TRY(const auto person, read_person(words));
  if (person.id == by) return fail("person_own_role", {{"person", by}});
  return kept(person_edit, person.id, person);
}

Result<Kept> read_languages(const StatedWords& words) {
  std::vector<std::string> languages;
  for (const std::string& word : stated_list(words, "languages")) {
    UMIKOE_TRY(languages.emplace_back(), language_of_word(word));
  }
  if (languages.empty()) return fail("language_tag_invalid", {{"language", ""}});
  return Kept{languages_edit, "languages", {{"languages", joined(languages)}}};
}

Result<Kept> read_consent(const StatedWords& words) {
  const std::string owner = stated(words, "owner");
  if (owner.empty()) return fail("consent_owner_needed");
  StatedWords body{{"owner", owner}};
  if (stated_yes(words, "unreleased")) body["unreleased"] = "yes";
  return Kept{consent_edit, owner, std::move(body)};
}

Result<Kept> read_record(const TranslationDesk& desk, RecordKind kind, const StatedWords& words,
                         const std::string& by) {
  switch (kind) {
    case RecordKind::source: {
      UMIKOE_TRY(const auto source, read_source(words));
      return kept(source_edit, to_string(source.key), source);
    }
    case RecordKind::person: return read_person_by(words, by);
    case RecordKind::grant: {
      UMIKOE_TRY(const auto grant, read_grant(words, desk.world().as_of()));
      return kept(grant_edit, grant.id, grant);
    }
    case RecordKind::term: {
      UMIKOE_TRY(const auto term, read_term(words));
      return kept(term_edit, subject_of(term), term);
    }
    case RecordKind::provider: {
      UMIKOE_TRY(const auto provider, read_provider(words));
      return kept(provider_edit, provider.name, provider);
    }
    case RecordKind::calendar_entry: {
      UMIKOE_TRY(const auto entry, read_calendar_entry(words));
      return kept(calendar_edit, subject_of(entry), entry);
    }
    case RecordKind::consent: return read_consent(words);
    case RecordKind::languages: return read_languages(words);
  }
  return fail("internal", {{"what", "record kind"}});
}

const char* edit_kind(RecordKind kind) {
  constexpr std::array kinds{source_edit,   person_edit,  grant_edit,     term_edit,
                             provider_edit, consent_edit, languages_edit, calendar_edit};
  return kinds[static_cast<size_t>(kind)];
}

edits::EditDraft draft_of(Kept record, const std::string& by, const access::Viewer& viewer,
                          Instant now) {
  edits::EditDraft draft;
  draft.organisation = viewer.organisation;
  draft.author = by;
  draft.made_at = now;
  draft.kind = record.kind;
  draft.subject = std::move(record.subject);
  draft.body = body_of(record.words);
  return draft;
}

Result<void> may_keep(const std::string& by, const access::Viewer& viewer) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (by.empty()) return fail("record_by_needed");
  if (static_cast<int64_t>(by.size()) > limits::edit_text_bytes.value) {
    return fail("text_too_long", {{"limit", std::to_string(limits::edit_text_bytes.value)}});
  }
  return {};
}

std::span<const std::string_view> columns_of(RecordKind kind) {
  static constexpr std::array<std::string_view, 11> source{
      "id",     "text",     "language", "work",   "owner",    "context",
      "spoken", "released", "start_ms", "end_ms", "max_width"};
  static constexpr std::array<std::string_view, 8> person{
      "person", "name", "languages", "roles", "acts_for", "terms", "terms_date", "volunteer"};
  static constexpr std::array<std::string_view, 12> grant{
      "grant",     "work", "lyricist", "publisher", "languages", "media",
      "territory", "from", "until",    "credit",    "moral",     "evidence"};
  static constexpr std::array<std::string_view, 5> term{"kind", "source", "language", "target",
                                                        "note"};
  static constexpr std::array<std::string_view, 9> calendar{
      "artist", "channel", "territory", "date", "time", "offset", "kind", "title", "link"};
  static constexpr std::array<std::string_view, 5> provider{"provider", "url", "shape",
                                                            "key_variable", "version"};
  static constexpr std::array<std::string_view, 2> consent{"owner", "unreleased"};
  static constexpr std::array<std::string_view, 1> languages{"languages"};
  switch (kind) {
    case RecordKind::provider: return provider;
    case RecordKind::consent: return consent;
    case RecordKind::languages: return languages;
    case RecordKind::source: return source;
    case RecordKind::person: return person;
    case RecordKind::grant: return grant;
    case RecordKind::term: return term;
    case RecordKind::calendar_entry: return calendar;
  }
  return {};
}

// A word nobody reads would be lost without anybody noticing.
Result<void> all_known(RecordKind kind, const StatedWords& words) {
  const auto known = columns_of(kind);
  for (const auto& [key, text] : words) {
    if (std::ranges::find(known, key) == known.end()) {
      return fail("table_column_unknown", {{"column", key}});
    }
  }
  return {};
}

std::string lowered(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Error at_line(Error error, long line) {
  error.where.line = line;
  return error;
}

// The rows of a table under the names of its first.
class Rows {
 public:
  explicit Rows(RecordKind kind) : known_(columns_of(kind)) {}

  Result<void> take(const TableRow& row, const std::function<Result<void>(StatedWords)>& keep) {
    if (headers_.empty()) return take_header(row);
    StatedWords words;
    for (size_t i = 0; i < row.cells.size() && i < headers_.size(); ++i) {
      if (!row.cells[i].empty()) words[headers_[i]] = row.cells[i];
    }
    if (words.empty()) return {};
    auto read = keep(std::move(words));
    if (!read) return std::unexpected(at_line(std::move(read).error(), row.line));
    return {};
  }

 private:
  Result<void> take_header(const TableRow& row) {
    for (const std::string& cell : row.cells) {
      const std::string name = lowered(cell);
      if (std::ranges::find(known_, name) == known_.end()) {
        return std::unexpected(at_line({"table_column_unknown", {{"column", cell}}}, row.line));
      }
      headers_.push_back(name);
    }
    return {};
  }

  std::span<const std::string_view> known_;
  std::vector<std::string> headers_;
};

}  // namespace

Result<std::string> keep_record(WorldStore& store, const TranslationDesk& desk, RecordKind kind,
                                const StatedWords& words, const std::string& by,
                                const access::Viewer& viewer, Instant now) {
  UMIKOE_TRY(may_keep(by, viewer));
  UMIKOE_TRY(all_known(kind, words));
  UMIKOE_TRY(Kept record, read_record(desk, kind, words, by));
  const std::string subject = record.subject;
  UMIKOE_TRY(store.append_edit(draft_of(std::move(record), by, viewer, now)));
  return subject;
}

Result<void> drop_record(WorldStore& store, const TranslationDesk& desk, RecordKind kind,
                         const std::string& subject, const std::string& by,
                         const access::Viewer& viewer, Instant now) {
  UMIKOE_TRY(may_keep(by, viewer));
  for (const edits::Edit* edit : edits::current(desk.world().edits(), edit_kind(kind))) {
    if (edit->entry.subject != subject) continue;
    edits::EditDraft draft = draft_of({edit_kind(kind), subject, {}}, by, viewer, now);
    draft.state = edits::EditState::withdrawn;
    UMIKOE_TRY(store.append_edit(draft));
    return {};
  }
  return fail("record_unknown", {{"name", subject}});
}

Result<size_t> keep_table(WorldStore& store, const TranslationDesk& desk, RecordKind kind,
                          const FileSource& files, const std::string& path, const std::string& by,
                          const access::Viewer& viewer, Instant now) {
  UMIKOE_TRY(may_keep(by, viewer));
  UMIKOE_TRY(auto source, bytes_of(files, path));
  std::vector<edits::EditDraft> drafts;
  Rows rows(kind);
  const auto keep = [&](const StatedWords& words) -> Result<void> {
    if (std::ssize(drafts) == limits::translation_file_units.value) {
      return std::unexpected(formats::over_limit(limits::translation_file_units));
    }
    UMIKOE_TRY(Kept record, read_record(desk, kind, words, by));
    drafts.push_back(draft_of(std::move(record), by, viewer, now));
    return {};
  };
  const auto read = formats::table::read_rows(
      source, [&](const TableRow& row) { return rows.take(row, keep); });
  if (!read) {
    Error error = read.error();
    error.where.file = path;
    return std::unexpected(std::move(error));
  }
  if (drafts.empty()) return fail("record_table_empty", {{"path", path}});
  UMIKOE_TRY(store.append_edits(drafts));
  return drafts.size();
}

}  // namespace umikoe::app
