#include "formats/table/written_day.h"

#include <gtest/gtest.h>

#include <string>

#include "formats/table/folded.h"

namespace umikoe::formats::table {
namespace {

using State = WrittenDay::State;

std::string said(std::string_view text, DayStyle style = {}) {
  const WrittenDay day = read_written_day(text, style);
  switch (day.state) {
    case State::order_unknown:
      return "order?";
    case State::serial_unknown:
      return "serial?";
    case State::impossible:
      return "impossible";
    case State::unreadable:
      return "unreadable";
    case State::good:
      break;
  }
  std::string out = day.first.to_string();
  if (day.last != day.first) out += ".." + day.last.to_string();
  return out + (day.outside_era ? " outside" : "");
}

std::string period(std::string_view text, DayStyle style = {}) {
  const WrittenPeriod read = read_written_period(text, style);
  if (read.state != State::good) return read.state == State::unreadable ? "unreadable" : "asked";
  return (read.first ? read.first->to_string() : "") + ".." +
         (read.last ? read.last->to_string() : "");
}

TEST(WrittenDay, ReadsWhatOfficesWrite) {
  for (const char* text :
       {"2019/4/1", "2019-04-01", "2019.4.1", "2019年4月1日", "平成31年4月1日", "H31.4.1",
        "h31/4/1", "20190401", "２０１９年４月１日", "2019/04/01(月)", "2019-04-01 12:34:56",
        "2019-04-01T00:00:00", "1 Apr 2019", "01-Apr-2019", "April 1, 2019", " 2019 年 4 月 1 日 ",
        "平成 31 年 4 月 1 日", "2019-03-31T15:00:00Z", "2019-04-01T00:00:00+09:00"}) {
    EXPECT_EQ(said(text), "2019-04-01") << text;
  }
  EXPECT_EQ(said("令和元年5月1日"), "2019-05-01");
  EXPECT_EQ(said("R1.5.1"), "2019-05-01");
  EXPECT_EQ(said("昭和63年12月31日"), "1988-12-31");
  EXPECT_EQ(said("S64.1.7"), "1989-01-07");
}

TEST(WrittenDay, ReadsMonthsAsAllTheirDays) {
  for (const char* text : {"2019年4月", "2019/4", "2019.04", "2019-04", "201904", "平成31年4月",
                           "H31.4", "Apr 2019"}) {
    EXPECT_EQ(said(text), "2019-04-01..2019-04-30") << text;
  }
  EXPECT_EQ(said("2020年2月末日"), "2020-02-29");
  EXPECT_EQ(said("2020年12月"), "2020-12-01..2020-12-31");
}

TEST(WrittenDay, SaysWhenAnEraHadEnded) {
  EXPECT_EQ(said("平成31年6月1日"), "2019-06-01 outside");
  EXPECT_EQ(said("平成31年4月30日"), "2019-04-30");
  EXPECT_EQ(said("令和元年4月1日"), "2019-04-01 outside");
  EXPECT_EQ(said("平成31年4月"), "2019-04-01..2019-04-30");
}

TEST(WrittenDay, NeverGuessesAnOrder) {
  EXPECT_EQ(said("1/4/2019"), "order?");
  EXPECT_EQ(said("1/4/2019", {.order = DayOrder::day_first}), "2019-04-01");
  EXPECT_EQ(said("1/4/2019", {.order = DayOrder::month_first}), "2019-01-04");
  EXPECT_EQ(said("13/4/2019"), "2019-04-13");
  EXPECT_EQ(said("4/13/2019"), "2019-04-13");
  EXPECT_EQ(said("4/13/2019", {.order = DayOrder::day_first}), "impossible");
  EXPECT_EQ(said("4/4/2019"), "2019-04-04");
  EXPECT_TRUE(read_written_day("13/4/2019", {}).order_decided);
  EXPECT_EQ(said("19/4/1"), "unreadable");
}

TEST(WrittenDay, NeverGuessesASerial) {
  EXPECT_EQ(said("43556"), "serial?");
  EXPECT_EQ(said("43556", {.serials = SerialDays::from_1900}), "2019-04-01");
  EXPECT_EQ(said("42094", {.serials = SerialDays::from_1904}), "2019-04-01");
}

TEST(WrittenDay, RefusesDaysThatDoNotExist) {
  for (const char* text :
       {"2019/2/30", "2019年13月1日", "20190431", "平成31年2月29日", "31/31/2019"}) {
    EXPECT_EQ(said(text), "impossible") << text;
  }
  for (const char* text : {"", "未定", "2019", "自動更新", "2019年", "4月1日", "2019/4-1",
                           "99999999999999", "平成年4月1日", "2019年4月中旬", "-"}) {
    EXPECT_EQ(said(text), "unreadable") << text;
  }
}

TEST(WrittenPeriod, ReadsBothEnds) {
  for (const char* text :
       {"2019/4/1～2024/3/31", "2019年4月1日から2024年3月31日まで", "2019.4.1-2024.3.31",
        "2019-04-01 - 2024-03-31", "2019-04-01-2024-03-31", "自 2019年4月1日 至 2024年3月31日",
        "平成31年4月1日〜令和6年3月31日", "2019/4/1 to 2024/3/31", "2019年4月1日から5年間",
        "2019年4月～2024年3月", "2019/4/1より5ヵ年"}) {
    EXPECT_EQ(period(text), "2019-04-01..2024-03-31") << text;
  }
  EXPECT_EQ(period("2019/4/1～"), "2019-04-01..");
  EXPECT_EQ(period("～2024/3/31"), "..2024-03-31");
  EXPECT_EQ(period("2020/2/29から1年間"), "2020-02-29..2021-02-28");
  EXPECT_EQ(period("1/4/2019～31/3/2024"), "asked");
  EXPECT_EQ(period("2019/2/30～2024/3/31"), "asked");
  for (const char* text : {"2019/4/1", "～", "契約による", "2019年4月1日から自動更新", ""}) {
    EXPECT_EQ(period(text), "unreadable") << text;
  }
}

TEST(WrittenPeriod, IsNotHeldUpByLongCells) {
  EXPECT_EQ(period(std::string(60'000, '-')), "unreadable");
  EXPECT_EQ(said(std::string(60'000, '1')), "unreadable");
}

TEST(Folded, MakesOneOfManyWritings) {
  EXPECT_EQ(folded("　ＩＳＲＣ　コード\n"), "isrc コード");
  EXPECT_EQ(folded("ｱｰﾃｨｽﾄ名"), "アーティスト名");
  EXPECT_EQ(folded("ﾊﾞｰｺｰﾄﾞ ｳﾞｧﾙ ﾎﾟｯﾌﾟ"), "バーコード ヴァル ポップ");
  EXPECT_EQ(folded_header("契約書 No."), folded_header("契約書ＮＯ"));
  EXPECT_EQ(folded_header("※許諾期間（自）"), "許諾期間自");
}

}  // namespace
}  // namespace umikoe::formats::table
