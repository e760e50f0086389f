#include "formats/xlsx/xlsx_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "formats/xlsx/number_format.h"
#include "formats/xlsx/shared_strings.h"
#include "formats/xlsx/xlsx_test_file.h"

namespace umikoe::formats::xlsx {
namespace {

using testing::ElementsAre;
using Texts = std::vector<std::vector<std::string>>;

struct Read {
  Texts rows;
  std::vector<long> lines;
  int64_t filled = 0;
  std::string error;
  Where where;
};

Read read_bytes(std::string bytes, size_t sheet = 0) {
  Read read;
  const auto workbook = open_bytes(std::move(bytes));
  if (!workbook) {
    read.error = workbook.error().code;
    return read;
  }
  const auto rows = workbook->read_rows(
      sheet,
      [&](const table::TableRow& row) -> Result<void> {
        read.rows.push_back(row.cells);
        read.lines.push_back(row.line);
        return {};
      },
      &read.filled);
  if (!rows) {
    read.error = rows.error().code;
    read.where = rows.error().where;
  }
  return read;
}

Read read(const TestWorkbook& workbook, size_t sheet = 0) {
  return read_bytes(file_of(workbook), sheet);
}

Read read_row(std::vector<TestCell> row, TestWorkbook workbook = {}) {
  workbook.sheets = {{.rows = {std::move(row)}}};
  return read(workbook);
}

TEST(Workbook, ReadsTextsFromEveryPlace) {
  TestWorkbook workbook;
  workbook.shared = {"<t>曲名</t><rPh sb=\"0\" eb=\"2\"><t>キョクメイ</t></rPh><phoneticPr/>",
                     "<r><t>夜の</t></r><r><rPr/><t>道</t></r>", "<t>a &amp; b</t>"};
  const Read cells = read_row({shared_cell(0),
                               shared_cell(1),
                               shared_cell(2),
                               text_cell("ただの文字"),
                               {"t=\"str\"", "<f>A1</f><v>式の値</v>"},
                               {"t=\"b\"", "<v>1</v>"}},
                              workbook);
  EXPECT_EQ(cells.error, "");
  EXPECT_THAT(cells.rows,
              ElementsAre(ElementsAre("曲名", "夜の道", "a & b", "ただの文字", "式の値", "true")));
}

TEST(Workbook, ReadsNumbersAsTheyAreShown) {
  TestWorkbook workbook;
  workbook.formats = {"0000000000000"};
  const Read cells = read_row(
      {number_cell("42"), number_cell("4.901234567894E12"), number_cell("0.10000000000000001"),
       number_cell("-3.5"), number_cell("12345678905", 1)},
      workbook);
  EXPECT_THAT(cells.rows,
              ElementsAre(ElementsAre("42", "4901234567894", "0.1", "-3.5", "0012345678905")));
}

TEST(Workbook, ReadsDaysByTheirFormat) {
  TestWorkbook workbook;
  workbook.formats = {"yyyy/m/d", "[$-411]ge.m.d", "yyyy\"年\"m\"月\"",
                      "h:mm:ss",  "#,##0.00",      "yyyy/m/d h:mm"};
  const std::vector<TestCell> row = {number_cell("43556", 1),
                                     number_cell("43556", 2),
                                     number_cell("43556", 3),
                                     number_cell("43570", 3),
                                     number_cell("0.0026041666666666665", 4),
                                     number_cell("43556", 5),
                                     number_cell("43556.5", 6)};
  EXPECT_THAT(read_row(row, workbook).rows,
              ElementsAre(ElementsAre("2019-04-01", "2019-04-01", "2019-04", "2019-04-15",
                                      "0:03:45", "43556", "2019-04-01 12:00:00")));
  workbook.from_1904 = true;
  EXPECT_THAT(read_row({number_cell("42094", 1)}, workbook).rows,
              ElementsAre(ElementsAre("2019-04-01")));
}

TEST(NumberFormat, KnowsTheDayThatNeverWas) {
  EXPECT_EQ(number_text("59", {.date = true}, false), "1900-02-28");
  EXPECT_EQ(number_text("60", {.date = true}, false), "1900-02-29");
  EXPECT_EQ(number_text("61", {.date = true}, false), "1900-03-01");
  EXPECT_EQ(number_text("2958466", {.date = true}, false), std::nullopt);
  EXPECT_EQ(number_text("x", {}, false), std::nullopt);
}

TEST(NumberFormat, TellsDatesFromNumbers) {
  EXPECT_TRUE(parse_format("m/d/yy").date);
  EXPECT_TRUE(parse_format("[$-411]ggge\"年\"m\"月\"d\"日\";@").date);
  EXPECT_TRUE(parse_format("mm:ss").time);
  EXPECT_FALSE(parse_format("mm:ss").date);
  EXPECT_FALSE(parse_format("General").date);
  EXPECT_FALSE(parse_format("0.00E+00").date);
  EXPECT_FALSE(parse_format("#,##0\"days\"").date);
  EXPECT_FALSE(parse_format("[Red]0").date);
  EXPECT_TRUE(built_in_format(14).date);
  EXPECT_TRUE(built_in_format(57).date);
  EXPECT_TRUE(built_in_format(55).month_only);
  EXPECT_FALSE(built_in_format(2).date);
}

TEST(Workbook, KeepsGapsAndRowNumbers) {
  const Read cells = read({.sheets = {{.rows = {{text_cell("a")}, {}, {{}, {}, text_cell("c")}}}}});
  EXPECT_THAT(cells.rows, ElementsAre(ElementsAre("a"), ElementsAre("", "", "c")));
  EXPECT_THAT(cells.lines, ElementsAre(1, 3));
}

TEST(Workbook, CarriesMergedTextDownItsRows) {
  const Read cells = read({.sheets = {{.rows = {{text_cell("契約1"), text_cell("x")},
                                                {{}, text_cell("y")},
                                                {{"s=\"0\"", ""}},
                                                {text_cell("契約2"), text_cell("z")}},
                                       .merged = {"A1:A3"}}}});
  EXPECT_THAT(cells.rows, ElementsAre(ElementsAre("契約1", "x"), ElementsAre("契約1", "y"),
                                      ElementsAre("契約2", "z")));
  EXPECT_EQ(cells.filled, 1);
}

TEST(Workbook, NamesItsSheets) {
  const auto workbook =
      open_bytes(file_of({.sheets = {{.name = "説明", .hidden = true}, {.name = "台帳 & 別紙"}}}));
  ASSERT_TRUE(workbook);
  EXPECT_THAT(workbook->sheets(), ElementsAre(Sheet{"説明", true}, Sheet{"台帳 & 別紙", false}));
}

TEST(Workbook, RefusesFormulasNobodyCalculated) {
  const Read cells = read_row({text_cell("a"), {"s=\"0\"", "<f>1+1</f>"}});
  EXPECT_EQ(cells.error, "xlsx_formula_unsaved");
  EXPECT_EQ(cells.where.line, 1);
}

TEST(Workbook, RefusesDamagedSheets) {
  EXPECT_EQ(read_row({shared_cell(7)}).error, "xlsx_sheet_broken");
  EXPECT_EQ(read_row({{"t=\"s\"", "<v>-1</v>"}}).error, "xlsx_sheet_broken");
  auto parts = parts_of({.sheets = {{}}});
  parts[0].bytes = "<worksheet><sheetData><row r=\"5\"/><row r=\"2\"/></sheetData></worksheet>";
  EXPECT_EQ(read_bytes(zip_of(parts)).error, "xlsx_sheet_broken");
  parts[0].bytes = "<worksheet><sheetData><row r=\"99999999\"/></sheetData></worksheet>";
  EXPECT_EQ(read_bytes(zip_of(parts)).error, "limit_exceeded");
  parts[0].bytes = "<worksheet><sheetData>";
  EXPECT_EQ(read_bytes(zip_of(parts)).error, "xml_not_well_formed");
  parts[0].bytes = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>";
  EXPECT_EQ(read_bytes(zip_of(parts)).error, "xml_doctype_refused");
}

TEST(Workbook, RefusesDamagedArchives) {
  const std::string good = file_of({.sheets = {{.rows = {{text_cell("a")}}}}});
  EXPECT_EQ(read_bytes(good.substr(0, good.size() / 2)).error, "zip_broken");
  EXPECT_EQ(read_bytes("PK\x03\x04").error, "zip_broken");
  EXPECT_EQ(read_bytes(zip_of({{"a.txt", "text"}})).error, "zip_not_workbook");
}

TEST(Workbook, RefusesBombsByTheirDirectory) {
  auto parts = parts_of({.sheets = {{}}});
  parts[0].bytes = std::string(size_t{64} * 1024 * 1024, ' ');
  EXPECT_EQ(read_bytes(zip_of(parts)).error, "limit_exceeded");
}

TEST(Workbook, RefusesCellsOverTheLimit) {
  const std::string long_text(static_cast<size_t>(limits::table_cell_bytes.value) + 1, 'x');
  EXPECT_EQ(read_row({text_cell(long_text)}).error, "limit_exceeded");
  TestWorkbook workbook;
  workbook.shared = {"<t>" + long_text + "</t>"};
  EXPECT_EQ(read_row({shared_cell(0)}, workbook).error, "limit_exceeded");
  std::vector<TestCell> wide(static_cast<size_t>(limits::table_columns.value) + 1);
  wide.back() = text_cell("far");
  EXPECT_EQ(read_row(wide).error, "limit_exceeded");
}

TEST(Workbook, TellsContainersApart) {
  EXPECT_TRUE(is_zip(file_of({.sheets = {{}}})));
  EXPECT_TRUE(is_compound_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"));
  EXPECT_FALSE(is_compound_file("PK"));
}

TEST(SharedStrings, DecodesEscapedCharacters) {
  EXPECT_EQ(unescaped("a_x000D_b"), "a\rb");
  EXPECT_EQ(unescaped("_x005F_x000D_"), "_x000D_");
  EXPECT_EQ(unescaped("_x00zz_"), "_x00zz_");
  EXPECT_EQ(unescaped("_x"), "_x");
}

TEST(References, ReadsAndWritesColumns) {
  EXPECT_EQ(column_of("A1"), 1);
  EXPECT_EQ(column_of("XFD7"), 16384);
  EXPECT_EQ(column_of("AAAA1"), 0);
  EXPECT_EQ(column_of("7"), 0);
  EXPECT_EQ(column_name(16384), "XFD");
}

}  // namespace
}  // namespace umikoe::formats::xlsx
