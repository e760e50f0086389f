#pragma once

#include <span>

#include "formats/recognise.h"
#include "formats/table/cells.h"
#include "formats/table/tables.h"

namespace umikoe::formats::table {

// One of our CSV kinds: its columns, and what a row of it adds to the contents.
struct TableKind {
  Format format;
  std::span<const Column> columns;
  void (*read_row)(Cells& cells, TableContents& contents);
  // What can be said only after the last row.
  void (*finish)(TableContents& contents, Findings& findings, std::vector<Error>& errors) = nullptr;
};

// The group a row names and how its recording belongs to it, of columns group and relation.
void read_group_member(Cells& cells, TableContents& contents);
// Errors for groups no song has, such as a label's name in the column of groups.
void refuse_large_groups(TableContents& contents, Findings& findings, std::vector<Error>& errors);

extern const TableKind recordings_kind;
extern const TableKind names_kind;
extern const TableKind licences_kind;
extern const TableKind sightings_kind;
extern const TableKind parties_kind;
extern const TableKind groups_kind;
extern const TableKind revenue_kind;
extern const TableKind deliveries_kind;
extern const TableKind plays_kind;
extern const TableKind chart_kind;
extern const TableKind appearances_kind;

}  // namespace umikoe::formats::table
