#include "formats/table/table_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.h"
#include "formats/table/text_decoder.h"

namespace umikoe::formats::table {
namespace {

struct Read {
  Result<Encoding> encoding;
  std::vector<TableRow> rows;
};

Read read(std::string_view bytes, size_t piece = 5) {
  Read result;
  result.encoding = read_rows(from_memory(bytes, piece), [&](const TableRow& row) -> Result<void> {
    result.rows.push_back(row);
    return {};
  });
  return result;
}

using Cells = std::vector<std::string>;

TEST(Csv, ReadsQuotesLineBreaksAndBlankLines) {
  const auto [encoding, rows] = read("a,\"b \"\"q\"\"\",c\r\n\r\n\"two\nlines\",x,\ny\n");
  ASSERT_TRUE(encoding);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].cells, (Cells{"a", "b \"q\"", "c"}));
  EXPECT_EQ(rows[1].cells, (Cells{"two\nlines", "x", ""}));
  EXPECT_EQ(rows[1].line, 3);
  EXPECT_EQ(rows[2].line, 5);
}

TEST(Csv, KeepsAQuoteInsideACell) {
  EXPECT_EQ(read("5\" single,b\n").rows[0].cells, (Cells{"5\" single", "b"}));
}

TEST(Csv, TellsTheDelimiterByTheFirstLine) {
  EXPECT_EQ(read("a;b;c,d\n").rows[0].cells.size(), 3u);
  EXPECT_EQ(read("a\tb\n1,2\t3\n").rows[1].cells, (Cells{"1,2", "3"}));
}

TEST(Csv, SaysWhereAQuoteWasLeftOpen) {
  const auto encoding = read("a,b\n1,\"open\n2,3\n").encoding;
  ASSERT_FALSE(encoding);
  EXPECT_EQ(encoding.error().code, "csv_quote_unclosed");
  EXPECT_EQ(encoding.error().where.line, 2);
}

TEST(Csv, HoldsItsLimits) {
  const std::string wide(static_cast<size_t>(limits::table_columns.value) + 1, ',');
  EXPECT_EQ(read(wide, 4096).encoding.error().arguments[0].second, "table_columns");
  const std::string long_cell(static_cast<size_t>(limits::table_cell_bytes.value) + 1, 'x');
  EXPECT_EQ(read(long_cell, 4096).encoding.error().arguments[0].second, "table_cell_bytes");
}

TEST(Encoding, ReadsUtf8WithAndWithoutMark) {
  EXPECT_EQ(read("題,名\n").rows[0].cells, (Cells{"題", "名"}));
  const auto marked = read("\xef\xbb\xbfisrc,名\n");
  EXPECT_EQ(marked.encoding.value(), Encoding::utf8_bom);
  EXPECT_EQ(marked.rows[0].cells, (Cells{"isrc", "名"}));
}

TEST(Encoding, ReadsCp932) {
  // 遠い波,髙 in CP932; the last character is one of its extensions to Shift JIS.
  const auto [encoding, rows] = read("isrc,title\nx,\x89\x93\x82\xa2\x94\x67,\xfb\xfc\n");
  ASSERT_TRUE(encoding) << encoding.error().code;
  EXPECT_EQ(*encoding, Encoding::cp932);
  EXPECT_EQ(rows[1].cells, (Cells{"x", "遠い波", "髙"}));
}

TEST(Encoding, ReadsUtf16BothWays) {
  std::string little = "\xff\xfe";
  std::string big = "\xfe\xff";
  // a , 𠮷 (U+20BB7, a pair of surrogates) line feed
  for (const int unit : {0x61, 0x2c, 0xd842, 0xdfb7, 0x0a}) {
    little += static_cast<char>(unit & 0xff);
    little += static_cast<char>(unit >> 8);
    big += static_cast<char>(unit >> 8);
    big += static_cast<char>(unit & 0xff);
  }
  EXPECT_EQ(read(little).rows[0].cells, (Cells{"a", "𠮷"}));
  EXPECT_EQ(read(big).rows[0].cells, (Cells{"a", "𠮷"}));
  EXPECT_EQ(read(little.substr(2)).encoding.value(), Encoding::utf16_le);
}

TEST(Encoding, RefusesBytesThatAreNeither) {
  const auto encoding = read("a,b\n1,ok\n2,\xe9\x2c\xff\n").encoding;
  ASSERT_FALSE(encoding);
  EXPECT_EQ(encoding.error().code, "encoding_invalid");
  EXPECT_EQ(encoding.error().where.line, 3);
}

TEST(Encoding, RefusesUtf8ThatTurnsBadLater) {
  std::string text;
  while (text.size() < 200'000) text += "JPZZ02600001,夢のララバイ\n";
  text += "\x89\x93\n";
  const auto encoding = read(text, 64 * 1024).encoding;
  ASSERT_FALSE(encoding);
  EXPECT_EQ(encoding.error().code, "encoding_invalid");
}

TEST(Encoding, DecidesLateWhenAllWasAsciiBefore) {
  std::string text;
  while (text.size() < 200'000) text += "JPZZ02600001,plain\n";
  const auto lines = std::count(text.begin(), text.end(), '\n');
  text += "x,\x89\x93\x82\xa2\n";
  const auto [encoding, rows] = read(text, 64 * 1024);
  ASSERT_TRUE(encoding);
  EXPECT_EQ(*encoding, Encoding::cp932);
  EXPECT_EQ(rows.back().line, lines + 1);
  EXPECT_EQ(rows.back().cells[1], "遠い");
}

// Whatever rows are written as RFC 4180, the same rows are read, in pieces of any size.
RC_GTEST_PROP(Csv, ReadsWhatWasWritten, ()) {
  const auto cell = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\",;\n \t")));
  const auto columns = *rc::gen::inRange<size_t>(2, 5);
  const auto rows = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(columns, cell)));
  std::string text = "h1,h2,h3\n";
  for (const Cells& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (const char c : row[i]) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
    }
    text += '\n';
  }
  const auto [encoding, got] = read(text, *rc::gen::inRange<size_t>(1, 40));
  RC_ASSERT(encoding.has_value());
  RC_ASSERT(got.size() == rows.size() + 1);
  for (size_t i = 0; i < rows.size(); ++i) RC_ASSERT(got[i + 1].cells == rows[i]);
}

}  // namespace
}  // namespace umikoe::formats::table
