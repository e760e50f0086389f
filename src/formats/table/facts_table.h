#pragma once

#include <vector>

#include "demand/latent/artist_fact.h"
#include "formats/table/table_file.h"

namespace umikoe::formats::table {

struct FactsTable {
  std::vector<demand::ArtistFact> facts;  // each once, in order
  int64_t repeated = 0;                   // rows that say what a row above says
};

// A table of facts about artists, one a row: artist, kind, value and, where they matter, medium,
// territory, day and source, under the headers of data/fact_words.tsv, in any order and below
// titles; of a workbook the first sheet that has them. Errors: column_missing, table_empty,
// presence_artist_missing, cell_required, word_unknown, fact_language_unknown,
// territory_code_invalid, date_invalid, fact_day_unclear, limit_exceeded (presence_rows), each with
// its line and column; those of the table reader.
Result<FactsTable> read_facts(const TableFile& file);

}  // namespace umikoe::formats::table
