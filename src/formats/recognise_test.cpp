#include "formats/recognise.h"

#include <gtest/gtest.h>

#include <string>

namespace umikoe::formats {
namespace {

std::string utf16_le(std::string_view ascii) {
  std::string bytes = "\xff\xfe";
  for (const char c : ascii) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

constexpr std::string_view ern_head =
    "<?xml version=\"1.0\"?>\n<!-- <NotThis/> -->\n"
    "<ern:NewReleaseMessage xmlns:ern=\"http://ddex.net/xml/ern/43\">";

TEST(Recognise, TellsErnByItsRoot) {
  EXPECT_EQ(recognise(ern_head), Format::ern);
  EXPECT_EQ(recognise(utf16_le(ern_head)), Format::ern);
  EXPECT_EQ(recognise("\xef\xbb\xbf" + std::string(ern_head)), Format::ern);
  EXPECT_EQ(recognise("<e:PurgeReleaseMessage xmlns:e='http://ddex.net/xml/ern/382'>"),
            Format::ern_purge);
}

TEST(Recognise, LeavesErrorsOfAnErnMessageToItsReader) {
  EXPECT_EQ(recognise("<ern:NewReleaseMessage>"), Format::ern);
  EXPECT_EQ(recognise("<!DOCTYPE x [<!ENTITY a 'b'>]><x:NewReleaseMessage>"), Format::ern);
}

TEST(Recognise, NamesOtherXmlAsSuch) {
  EXPECT_EQ(recognise("<mead:MeadMessage xmlns:mead=\"http://ddex.net/xml/mead/11\">"),
            Format::other_xml);
  EXPECT_EQ(recognise("<?xml version='1.0'?>"), Format::other_xml);
  EXPECT_EQ(recognise("< no xml at all"), Format::unknown);
}

TEST(Recognise, TellsSalesReports) {
  EXPECT_EQ(recognise("HEAD\tdsrf/30\tBasicAudioProfile\n"), Format::dsr);
  EXPECT_EQ(recognise("#HEAD\tMessageVersion\n#SY01.03\tX\nHEAD\tdsrf/30\n"), Format::dsr);
  EXPECT_EQ(recognise("HEADER\tx\n"), Format::table_unknown);
}

TEST(Recognise, TellsTablesByTheirHeaders) {
  EXPECT_EQ(recognise("isrc,title,artist\n"), Format::table_recordings);
  EXPECT_EQ(recognise("Title;ISRC;Label\r\n"), Format::table_recordings);
  EXPECT_EQ(recognise("isrc,field,text,language,kind\n"), Format::table_names);
  EXPECT_EQ(recognise("isrc,party,territories\n"), Format::table_licences);
  EXPECT_EQ(recognise("service,isrc,territory,observed_on,seen,detail,method\n"),
            Format::table_sightings);
  EXPECT_EQ(recognise("party_id,name,dpid,isni,role\n"), Format::table_parties);
  EXPECT_EQ(recognise("isrc,group,relation\n"), Format::table_groups);
  EXPECT_EQ(recognise("isrc,service,territories,party,recipient,observed_on,state\n"),
            Format::table_deliveries);
  EXPECT_EQ(
      recognise("date,territory,rank,move,artist,title,days_on_chart,peak,peak_times,streams"),
      Format::chart_kworb_daily);
  EXPECT_EQ(recognise("date,territory,rank,track,artists,popularity\n"),
            Format::chart_top50_playlist);
  EXPECT_EQ(recognise("a,b,c\n1,2,3\n"), Format::table_unknown);
}

TEST(Recognise, TellsReportsOfPlays) {
  EXPECT_EQ(recognise("date,channel_id,video_id,live_or_on_demand,subscribed_status,country_code,"
                      "views,comments,likes,dislikes,shares,watch_time_minutes\n"),
            Format::youtube_views);
  EXPECT_EQ(recognise("date,channel_id,video_id,claimed_status,uploader_type,live_or_on_demand,"
                      "subscribed_status,country_code,views\n"),
            Format::youtube_views);
  EXPECT_EQ(recognise("Datestamp\tApple Identifier\tStorefront Name\tQuantity\n"),
            Format::apple_streams);
  EXPECT_EQ(recognise("Apple Identifier\tTitle\tISRC\n"), Format::apple_content);
  EXPECT_EQ(recognise("{\"isrc_code\": \"JPZZ01900001\", \"quantity\": 1}\n"),
            Format::believe_trends);
  EXPECT_EQ(recognise("service,isrc,territory,day,units\n"), Format::table_plays);
  EXPECT_EQ(recognise("isrc,service,territory,usage_month,units,currency\n"),
            Format::table_revenue);
}

TEST(Recognise, TellsCaptionsByHowTheyBegin) {
  for (const char* text :
       {"WEBVTT", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "\xef\xbb\xbfWEBVTT - title\n",
        "<?xml version='1.0'?><tt xmlns='http://www.w3.org/ns/ttml'>",
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n", "\n00:01.000 --> 00:02.000\n",
        "0:00:01.000,0:00:02.000\n", "[ti:x]\n[00:01.00]y\n", "[00:01.00]y\n"}) {
    EXPECT_EQ(recognise(text), Format::captions) << text;
  }
  for (const char* text : {"WEBVTTX", "1\n2\n3\n", "[\"a:b\"]", "[1,2]", "[a b:c]", "a --> b\n",
                           "title,length\nx,00:01\n", "1,2\n3,4\n"}) {
    EXPECT_NE(recognise(text), Format::captions) << text;
  }
}

TEST(Recognise, TellsNothingFromNothing) {
  EXPECT_EQ(recognise(""), Format::empty);
  EXPECT_EQ(recognise("\xef\xbb\xbf\n \n"), Format::empty);
  EXPECT_EQ(recognise("plain words"), Format::unknown);
  EXPECT_EQ(recognise(std::string("\x7f"
                                  "ELF\0\0\1\2\0\0",
                                  10)),
            Format::unknown);
}

TEST(Recognise, IsNotMisledByACutInsideACharacter) {
  std::string head = "isrc,title\n";
  while (head.size() < 64 * 1024) head += "JPXX00000001,夢のララバイ\n";
  head.resize(64 * 1024);
  for (int cut = 0; cut < 4; ++cut) {
    EXPECT_EQ(recognise(head), Format::table_recordings);
    head.pop_back();
  }
}

}  // namespace
}  // namespace umikoe::formats
