#include <array>

#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

using catalogue::NameKind;

constexpr std::array columns = {
    Column{"isrc", true}, Column{"field", true}, Column{"text", true}, Column{"language", true},
    Column{"kind"},       Column{"sub_title"},   Column{"is_default"}, Column{"is_original"}};

constexpr std::array<std::pair<std::string_view, bool>, 2> fields = {
    {{"title", false}, {"artist", true}}};

constexpr std::array<std::pair<std::string_view, NameKind>, 9> kinds = {
    {{"display", NameKind::display},
     {"formal", NameKind::formal},
     {"original", NameKind::original},
     {"translated", NameKind::translated},
     {"transliterated", NameKind::transliterated},
     {"indexed", NameKind::indexed},
     {"reading", NameKind::indexed},
     {"grouping", NameKind::grouping},
     {"other", NameKind::other}}};

void read_row(Cells& cells, TableContents& contents) {
  RecordingName name;
  name.isrc = cells.isrc("isrc").value_or(Isrc{});
  cells.required("field");
  name.of_artist = cells.word("field", fields).value_or(false);
  name.form.text = cells.required("text");
  name.form.sub_title = std::string(cells.text("sub_title"));
  cells.required("language");
  name.form.language = cells.language("language");
  name.form.language_as_written = std::string(cells.text("language"));
  name.form.kind = cells.word("kind", kinds).value_or(NameKind::display);
  name.form.is_default = cells.yes_or_no("is_default");
  name.form.is_in_original_language = cells.yes_or_no("is_original");
  contents.names.push_back(std::move(name));
}

}  // namespace

const TableKind names_kind{Format::table_names, columns, read_row};

}  // namespace umikoe::formats::table
