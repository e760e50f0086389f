#include "formats/table/tables.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::table {
namespace {

TableResult read(Format format, std::string_view text) {
  return read_table(format, from_memory(text, 13));
}

std::string codes(const std::vector<Error>& errors) {
  std::string text;
  for (const Error& error : errors) {
    text += error.code + "@" + std::to_string(error.where.line) + ":" + error.where.element + " ";
  }
  return text;
}

bool has_finding(const TableContents& contents, std::string_view code) {
  return std::ranges::any_of(contents.findings, [&](const Finding& f) { return f.code == code; });
}

TEST(RecordingsTable, ReadsRecordingsAndTheirReleases) {
  const auto [contents, errors] = read(
      Format::table_recordings,
      "title,isrc,artist,kind,duration,language,label,release_title,icpn,release_date,extra\r\n"
      "遠い波,JP-ZZ0-26-00001,海音,sound,3:45,ja-Jpan,Label,Album,4900000000016,2026/4/1,x\r\n"
      "\"Two, too\",JPZZ02600002,海音,video,PT2M,,Label,Album,4900000000016,2026-04-01,y\r\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  ASSERT_EQ(contents.recordings.size(), 2u);
  EXPECT_EQ(contents.recordings[0].isrc->view(), "JPZZ02600001");
  EXPECT_EQ(contents.recordings[0].titles[0].language.text, "ja-Jpan");
  EXPECT_EQ(contents.recordings[0].duration_ms, 225'000);
  EXPECT_EQ(contents.recordings[1].titles[0].text, "Two, too");
  EXPECT_EQ(contents.recordings[1].kind, catalogue::RecordingKind::video);
  ASSERT_EQ(contents.releases.size(), 1u);
  EXPECT_EQ(contents.releases[0].resource_references.size(), 2u);
  EXPECT_EQ(contents.releases[0].release_date->to_string(), "2026-04-01");
  EXPECT_TRUE(has_finding(contents, "column_unknown"));
  EXPECT_EQ(contents.counts.rows, 2);
  EXPECT_EQ(contents.counts.videos, 1);
}

TEST(RecordingsTable, ShowsEveryFaultAtOnceAndKeepsNothing) {
  const auto [contents, errors] =
      read(Format::table_recordings,
           "isrc,title,kind,duration,release_date,release_title,language\n"
           "JP,One,sound,3:45,2026-01-01,A,ja\n"
           "JPZZ02600002,,film,3:75,2026-02-30,A,no_such_language_at_all\n"
           "JPZZ02600003,Three,,,,,,too wide\n");
  EXPECT_EQ(codes(errors),
            "isrc_malformed@2:isrc cell_required@3:title language_tag_bad@3:language "
            "word_unknown@3:kind duration_invalid@3:duration date_invalid@3:release_date "
            "row_too_wide@4: ");
  EXPECT_TRUE(contents.recordings.empty());
}

TEST(Tables, NameEveryMissingColumn) {
  const auto [contents, errors] = read(Format::table_sightings, "isrc,seen\nJPZZ02600001,yes\n");
  EXPECT_EQ(codes(errors),
            "column_missing@1:service column_missing@1:territory "
            "column_missing@1:observed_on ");
}

TEST(Tables, RefuseAnEmptyFileAndADoubledColumn) {
  EXPECT_EQ(codes(read(Format::table_names, "").errors), "table_empty@0: ");
  EXPECT_EQ(codes(read(Format::table_names, "isrc,field,text,language,ISRC\n").errors),
            "column_twice@1:isrc ");
}

TEST(Tables, KeepErrorsWithinTheirLimit) {
  std::string header = "isrc";
  for (int i = 0; i < 200; ++i) header += ",isrc";
  EXPECT_EQ(std::ssize(read(Format::table_names, header + "\n").errors), limits::errors_kept.value);
  std::string rows = "isrc,field,text,language\n";
  for (int i = 0; i < 200; ++i) rows += "x,y,,\n";
  EXPECT_EQ(std::ssize(read(Format::table_names, rows).errors), limits::errors_kept.value);
}

TEST(NamesTable, ReadsForms) {
  const auto [contents, errors] =
      read(Format::table_names,
           "isrc;field;text;language;kind\nJPZZ02600001;title;とおいなみ;ja-hrkt;reading\n"
           "JPZZ02600001;artist;Kaion;ja-Latn;transliterated\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  ASSERT_EQ(contents.names.size(), 2u);
  EXPECT_EQ(contents.names[0].form.kind, catalogue::NameKind::indexed);
  EXPECT_EQ(contents.names[0].form.language.text, "ja-Hrkt");
  EXPECT_EQ(contents.names[0].form.language_as_written, "ja-hrkt");
  EXPECT_TRUE(contents.names[1].of_artist);
  EXPECT_TRUE(has_finding(contents, "language_tag_bad"));
  EXPECT_EQ(
      codes(read(Format::table_names, "isrc,field,text,language\nJPZZ02600001,subtitle,x,ja\n")
                .errors),
      "word_unknown@2:field ");
}

rights::TerritoryScope scope_of(std::string_view territories, std::string_view excluded = "") {
  const std::string text =
      "isrc,party,party_id,territories,excluded_territories\nJPZZ02600001,P,"
      "p1," +
      std::string(territories) + "," + std::string(excluded) + "\n";
  const auto [contents, errors] = read(Format::table_licences, text);
  EXPECT_TRUE(errors.empty()) << codes(errors);
  return contents.licences.empty() ? rights::TerritoryScope() : contents.licences[0].territory;
}

TEST(LicencesTable, ReadsTerritoriesAsWritten) {
  EXPECT_EQ(scope_of("JP us"), (rights::TerritoryScope{false, {"JP", "US"}}));
  EXPECT_EQ(scope_of("JP;US"), (rights::TerritoryScope{false, {"JP", "US"}}));
  EXPECT_EQ(scope_of("Worldwide"), (rights::TerritoryScope{false, {"Worldwide"}}));
  EXPECT_EQ(scope_of("Worldwide -JP"), (rights::TerritoryScope{true, {"JP"}}));
  EXPECT_EQ(scope_of("worldwide", "JP KR"), (rights::TerritoryScope{true, {"JP", "KR"}}));
}

TEST(LicencesTable, RefusesATerritoryNobodyKnows) {
  const std::string header = "isrc,party,party_id,territories\nJPZZ02600001,P,p1,";
  EXPECT_EQ(codes(read(Format::table_licences, header + "JP XQ\n").errors),
            "territory_code_invalid@2:territories ");
  EXPECT_EQ(codes(read(Format::table_licences, header + "\n").errors),
            "cell_required@2:territories ");
  EXPECT_EQ(codes(read(Format::table_licences, header + "JP US -US\n").errors),
            "territory_scope_mixed@2:territories ");
}

TEST(LicencesTable, MakesTheLastDayTheFirstDayAfter) {
  const auto [contents, errors] =
      read(Format::table_licences,
           "isrc,party,party_dpid,territories,start,end,uses,exclusive,document\n"
           "JPZZ02600001,P,PADPIDA2013042401U,JP,2026-01-01,2026-12-31,on-demand-stream "
           "PermanentDownload,yes,K-12\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  const rights::Licence& licence = contents.licences.at(0);
  EXPECT_EQ(licence.start->to_string(), "2026-01-01");
  EXPECT_EQ(licence.end->to_string(), "2027-01-01");
  EXPECT_EQ(licence.uses, bit(rights::Use::on_demand_stream) | bit(rights::Use::download));
  EXPECT_TRUE(licence.exclusive);
  EXPECT_EQ(licence.document, "K-12");
  EXPECT_EQ(licence.line, 2);
  EXPECT_EQ(contents.counts.last_date->to_string(), "2026-12-31");
}

TEST(LicencesTable, RefusesALicenceThatIsNone) {
  const std::string header =
      "isrc,party,party_id,territories,start,end,uses,exclusive\nJPZZ02600001,";
  EXPECT_EQ(codes(read(Format::table_licences, header + ",,JP,,,,\n").errors),
            "licence_without_party@2:party ");
  EXPECT_EQ(codes(read(Format::table_licences, header + "P,p,JP,2026-02-01,2026-01-31,,\n").errors),
            "licence_end_before_start@2:end ");
  EXPECT_EQ(codes(read(Format::table_licences, header + "P,p,JP,,,singing,perhaps\n").errors),
            "use_unknown@2:uses word_unknown@2:exclusive ");
  EXPECT_TRUE(has_finding(read(Format::table_licences, header + "P,,JP,,,,\n").contents,
                          "party_without_id"));
}

TEST(LicencesTable, ReadsRightsScopesAndTerms) {
  const auto [contents, errors] = read(
      Format::table_licences,
      "isrc,party,party_id,territories,end,right,scope,auto_renewal_months,notice_months,"
      "notice_given,sell_off_days,option,option_until,reversion,reversion_on,uses\n"
      "JPZZ02600001,Agency,a1,Worldwide,2027-03-31,talent_image,silent,12,3,2026-12-01,90,two "
      "more albums,2027-01-31,to the artist,2030/4/1,着うたフル、待ちうた\n"
      "JPZZ02600001,Label,l1,JP,,原盤権,契約書に定めなし,,,,,,,,,サブスク・放送\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  const rights::Licence& first = contents.licences.at(0);
  EXPECT_EQ(first.right, rights::Right::talent_image);
  EXPECT_EQ(first.scope, rights::Scope::silent);
  EXPECT_EQ(first.terms.auto_renewal_months, 12);
  EXPECT_EQ(first.terms.notice_months, 3);
  EXPECT_EQ(first.terms.notice_given->to_string(), "2026-12-01");
  EXPECT_EQ(first.terms.sell_off_days, 90);
  EXPECT_EQ(first.terms.option, "two more albums");
  EXPECT_EQ(first.terms.option_until->to_string(), "2027-01-31");
  EXPECT_EQ(first.terms.reversion, "to the artist");
  EXPECT_EQ(first.terms.reversion_on->to_string(), "2030-04-01");
  EXPECT_EQ(first.uses, bit(rights::Use::download) | bit(rights::Use::ringtone));
  EXPECT_EQ(contents.licences.at(1).right, rights::Right::master);
  EXPECT_EQ(contents.licences.at(1).scope, rights::Scope::silent);
  EXPECT_EQ(contents.licences.at(1).uses,
            bit(rights::Use::on_demand_stream) | bit(rights::Use::other));
}

TEST(LicencesTable, RefusesTermsThatSayNothing) {
  const std::string header =
      "isrc,party,party_id,territories,end,right,scope,auto_renewal_months,notice_months,"
      "notice_days,notice_given,sell_off_days,uses\nJPZZ02600001,P,p,JP,";
  const auto faults = [&](const std::string& row) {
    return codes(read(Format::table_licences, header + row + "\n").errors);
  };
  EXPECT_EQ(faults(",copyright,perhaps,,,,,,"), "word_unknown@2:right word_unknown@2:scope ");
  EXPECT_EQ(faults(",,,12,,,,,"), "term_alone@2:auto_renewal_months ");
  EXPECT_EQ(faults("2027-03-31,,,,3,,,,"), "term_alone@2:notice_months ");
  EXPECT_EQ(faults("2027-03-31,,,,,,2026-01-01,,"), "term_alone@2:notice_given ");
  EXPECT_EQ(faults(",,,,,,,90,"), "term_alone@2:sell_off_days ");
  EXPECT_EQ(faults("2027-03-31,,,12,3,90,,,"), "notice_period_twice@2:notice_days ");
  EXPECT_EQ(faults("2027-03-31,,,2027,,,,-1,"),
            "number_too_great@2:auto_renewal_months number_invalid@2:sell_off_days ");
  EXPECT_EQ(faults(",,,,,,,,配信"), "use_unknown@2:uses ");
}

TEST(SightingsTable, ReadsTheStatesOfAServicesList) {
  const auto [contents, errors] =
      read(Format::table_sightings,
           "service,isrc,territory,observed_on,state,detail,seen\n"
           "Tune,JPZZ02600001,BR,2026-11-01,greyed,,\n"
           "Tune,JPZZ02600001,FR,2026-11-01,age_limited,18 and over,yes\n"
           "Tune,JPZZ02600001,US,2026-11-01,,by eye,no\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  EXPECT_EQ(contents.sightings[0].seen, rights::Seen::no);
  EXPECT_EQ(contents.sightings[0].detail, "greyed");
  EXPECT_EQ(contents.sightings[1].seen, rights::Seen::yes);
  EXPECT_EQ(contents.sightings[1].detail, "age_limited: 18 and over");
  EXPECT_EQ(contents.sightings[2].detail, "by eye");
  const std::string header = "service,isrc,territory,observed_on,state,seen\nTune,JPZZ02600001,";
  EXPECT_EQ(codes(read(Format::table_sightings, header + "BR,2026-11-01,gone,\n").errors),
            "word_unknown@2:state ");
  EXPECT_EQ(codes(read(Format::table_sightings, header + "BR,2026-11-01,hidden,yes\n").errors),
            "seen_contradicts_state@2:seen ");
  EXPECT_EQ(codes(read(Format::table_sightings, header + "BR,2026-11-01,,\n").errors),
            "cell_required@2:seen ");
}

TEST(GroupsTable, ReadsPerformancesAndVersions) {
  const auto [contents, errors] =
      read(Format::table_groups,
           "isrc,group,relation\nJPZZ02600001,G1,\nJPZZ02600002,G1,same_performance\n"
           "JPZZ02600003,G1,english_version\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  ASSERT_EQ(contents.groups.size(), 3u);
  EXPECT_EQ(contents.groups[0].kind, catalogue::VersionKind::same_performance);
  EXPECT_EQ(contents.groups[2].kind, catalogue::VersionKind::english_version);
  const std::string header = "isrc,group,relation\nJPZZ02600001,G1,\n";
  EXPECT_EQ(codes(read(Format::table_groups, header + "JPZZ02600001,G1,live\n").errors),
            "group_member_twice@3:isrc ");
  EXPECT_EQ(codes(read(Format::table_groups, header + "JPZZ02600002,,cousin\n").errors),
            "cell_required@3:group word_unknown@3:relation ");
}

TEST(GroupsTable, RefusesALabelsNameInTheColumnOfGroups) {
  std::string text = "isrc,group\n";
  for (int i = 10'000; i < 10'201; ++i) text += "JPZZ026" + std::to_string(i) + ",Label\n";
  EXPECT_EQ(codes(read(Format::table_groups, text).errors), "group_too_large@0:group ");
}

TEST(SightingsTable, ReadsWhatWasSeen) {
  const auto [contents, errors] =
      read(Format::table_sightings,
           "service,service_dpid,isrc,territory,observed_on,seen,detail,method\n"
           "Tune,PADPIDA2013042401U,JPZZ02600001,BR,2026-11-01,yes,track page,by hand\n"
           "Tune,PADPIDA2013042401U,JPZZ02600001,TH,2026-11-01,not_checked,,\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  ASSERT_EQ(contents.sightings.size(), 2u);
  EXPECT_EQ(contents.sightings[0].seen, rights::Seen::yes);
  EXPECT_EQ(contents.sightings[1].seen, rights::Seen::not_checked);
  EXPECT_EQ(contents.sightings[0].observed_from, contents.sightings[0].observed_on);
  EXPECT_EQ(contents.sightings[0].service.dpid, "PADPIDA2013042401U");
}

TEST(SightingsTable, NeverReadsAbsenceOrTheWorldAsAnAnswer) {
  const std::string header = "service,isrc,territory,observed_on,seen\nTune,JPZZ02600001,";
  EXPECT_EQ(codes(read(Format::table_sightings, header + "BR,2026-11-01,\n").errors),
            "cell_required@2:seen ");
  EXPECT_EQ(codes(read(Format::table_sightings, header + "Worldwide,2026-11-01,maybe\n").errors),
            "territory_code_invalid@2:territory word_unknown@2:seen ");
}

TEST(PartiesTable, ReadsRoles) {
  const auto [contents, errors] = read(Format::table_parties,
                                       "party_id,name,dpid,isni,role\np-1,Label,,,own\n"
                                       ",Nameless id,,,distributor\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  EXPECT_EQ(contents.parties[0].role, catalogue::PartyRole::own);
  EXPECT_EQ(contents.parties[0].party.party_ids[0], "p1");
  EXPECT_TRUE(has_finding(contents, "party_without_id"));
}

}  // namespace
}  // namespace umikoe::formats::table
