#include "formats/xlsx/workbook_writer.h"

#include <gtest/gtest.h>

#include "formats/xlsx/xlsx_reader.h"

namespace umikoe::formats::xlsx {
namespace {

WrittenWorkbook book() {
  WrittenWorkbook out;
  out.title = "Work list";
  out.made_on = *Date::of(2026, 11, 20);
  out.sheets.push_back({"お問い合わせ Enquiry", {}, {110}, {{{"いつもお世話になっております。"}}}});
  out.sheets.push_back(
      {"明細 Rows",
       {"ISRC\nISRC", "見込み\nWorth"},
       {15, 12},
       {{{"=HYPERLINK(\"x\")"}, {"", 1234.0}}, {{std::string("a\x01z\xFF", 4)}, {}}}});
  return out;
}

std::vector<std::vector<std::string>> rows_of(const std::string& bytes, size_t sheet) {
  const auto read = Workbook::open(std::make_shared<const std::string>(bytes));
  EXPECT_TRUE(read) << (read ? "" : read.error().code);
  std::vector<std::vector<std::string>> rows;
  const auto done = read->read_rows(sheet, [&](const table::TableRow& row) -> Result<void> {
    rows.push_back(row.cells);
    return {};
  });
  EXPECT_TRUE(done);
  return rows;
}

TEST(WorkbookWriter, IsReadBackAsItWasWritten) {
  const auto bytes = workbook_bytes(book());
  ASSERT_TRUE(bytes);
  EXPECT_EQ(rows_of(*bytes, 0).at(0).at(0), "いつもお世話になっております。");
  const auto rows = rows_of(*bytes, 1);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0][1], "見込み\nWorth");
  EXPECT_EQ(rows[1][0], "=HYPERLINK(\"x\")") << "a text, never a formula";
  EXPECT_EQ(rows[1][1], "1234");
  EXPECT_EQ(rows[2][0].substr(0, 2), "az") << "without the control character";
}

TEST(WorkbookWriter, HasTheSameBytesEveryTime) {
  const auto first = workbook_bytes(book());
  const auto second = workbook_bytes(book());
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
  auto other = book();
  other.made_on = *Date::of(2026, 11, 21);
  EXPECT_NE(*first, workbook_bytes(other).value());
}

TEST(WorkbookWriter, RefusesASheetNameExcelDoesNotTake) {
  auto wrong = book();
  wrong.sheets[0].name = "a/b";
  EXPECT_EQ(workbook_bytes(wrong).error().code, "workbook_unwritable");
}

}  // namespace
}  // namespace umikoe::formats::xlsx
