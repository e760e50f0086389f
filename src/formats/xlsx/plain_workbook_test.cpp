// What is written is what the reader of workbooks finds, in the same bytes every time.
#include "formats/xlsx/plain_workbook.h"

#include <gtest/gtest.h>

#include <memory>

#include "formats/xlsx/xlsx_reader.h"

namespace umikoe::formats::xlsx {
namespace {

const PlainSheet sheet{.name = "台帳 & list",
                       .titles = {"原盤契約台帳"},
                       .rows = {{"曲名", "JAN", "数量"}, {"A < B", "4988000000016", "-12.5"}}};

TEST(PlainWorkbook, IsReadBack) {
  const auto workbook = Workbook::open(std::make_shared<const std::string>(plain_workbook(sheet)));
  ASSERT_TRUE(workbook) << workbook.error().code;
  ASSERT_EQ(workbook->sheets().size(), 1u);
  EXPECT_EQ(workbook->sheets()[0].name, "台帳 & list");
}

TEST(PlainWorkbook, IsTheSameEveryTime) {
  EXPECT_EQ(plain_workbook(sheet), plain_workbook(sheet));
  EXPECT_EQ(plain_workbook(sheet).find("2026"), std::string::npos);
}

}  // namespace
}  // namespace umikoe::formats::xlsx
