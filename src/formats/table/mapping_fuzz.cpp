#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "formats/table/mapped_rows.h"
#include "formats/table/numbers_test_catalogue.h"
#include "formats/table/proposal.h"

namespace {

namespace table = umikoe::formats::table;

// Answers every open question with its first option, as somebody in a hurry would.
table::TableAnswers hurried(const table::TableProposal& proposal) {
  table::TableAnswers answers;
  for (const auto& question : proposal.questions) {
    if (!question.options.empty()) answers.emplace_back(question.id, question.options.front());
  }
  return answers;
}

}  // namespace

// A CSV of somebody else. Days, periods and territories are read on their own too, cell by cell.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto day = table::read_written_day(bytes, {});
  if (day.state == table::WrittenDay::State::good) UMIKOE_ASSERT(day.first <= day.last);
  const auto period = table::read_written_period(bytes, {});
  if (period.state == table::WrittenDay::State::good) UMIKOE_ASSERT(period.first || period.last);
  const auto territories = table::read_territories(bytes, {});
  UMIKOE_ASSERT(territories.codes.empty() || territories.open.empty());
  if (!territories.codes.empty()) {
    // What was read is what a person may answer, and means the same.
    UMIKOE_ASSERT(table::territory_answer(territories.codes) == territories.codes);
  }

  const auto file =
      table::TableFile::of_csv([bytes]() -> umikoe::Result<umikoe::formats::ByteSource> {
        return umikoe::formats::from_memory(bytes);
      });
  const auto proposal = table::propose(file, nullptr, {}, table::test_numbers());
  if (!proposal) return 0;
  UMIKOE_ASSERT(std::ssize(proposal->questions) <= umikoe::limits::table_questions.value);
  const auto answered = table::propose(file, nullptr, hurried(*proposal), table::test_numbers());
  UMIKOE_ASSERT(answered.has_value());
  if (!answered->ready()) return 0;
  const auto result =
      table::read_mapped(file, answered->header, answered->mapping, {}, table::test_numbers());
  UMIKOE_ASSERT(result.errors.empty() || result.contents.licences.empty());
  for (const auto& licence : result.contents.licences) {
    UMIKOE_ASSERT(!licence.territory.codes.empty());
  }
  // What was confirmed reads the same file without a question.
  const auto again = table::propose(file, &answered->mapping, {}, table::test_numbers());
  UMIKOE_ASSERT(again && again->ready());
  return 0;
}
