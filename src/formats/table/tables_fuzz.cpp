#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "formats/table/numbers_test_catalogue.h"
#include "formats/table/tables.h"

// The first byte chooses the kind of table. A file with an error gives nothing, and what is given
// is what the rows said.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  static constexpr std::array kinds = {
      formats::Format::table_recordings, formats::Format::table_names,
      formats::Format::table_licences,   formats::Format::table_sightings,
      formats::Format::table_parties,    formats::Format::table_groups,
      formats::Format::table_deliveries};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto [contents, errors] =
      formats::table::read_table(kinds[data[0] % kinds.size()], formats::from_memory(bytes), {},
                                 formats::table::test_numbers());
  const auto rows = contents.recordings.size() + contents.names.size() + contents.licences.size() +
                    contents.sightings.size() + contents.statements.size() +
                    (contents.statements.empty() ? contents.parties.size() : 0) +
                    (contents.recordings.empty() ? contents.groups.size() : 0);
  if (!errors.empty()) {
    UMIKOE_ASSERT(rows == 0);
    UMIKOE_ASSERT(std::ssize(errors) <= umikoe::limits::errors_kept.value);
  } else {
    // A row by number stands for one recording of the test's catalogue, or for two.
    const auto stated = static_cast<size_t>(contents.counts.rows);
    const bool joined = std::ranges::any_of(contents.findings, [](const umikoe::Finding& finding) {
      return finding.code == "recordings_joined";
    });
    UMIKOE_ASSERT(joined ? rows >= stated && rows <= 2 * stated : rows == stated);
  }
  for (const auto& licence : contents.licences) {
    UMIKOE_ASSERT(!licence.start || !licence.end || *licence.start < *licence.end);
    UMIKOE_ASSERT(!licence.territory.codes.empty());
    UMIKOE_ASSERT(!licence.terms.notice_given || licence.terms.auto_renewal_months > 0);
  }
  for (const auto& statement : contents.statements) {
    UMIKOE_ASSERT(statement.deals.size() == 1 && statement.releases.size() == 1);
    UMIKOE_ASSERT(!statement.main_release.keys().empty());
  }
  return 0;
}
