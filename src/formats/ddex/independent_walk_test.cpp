#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "base/date.h"
#include "formats/ddex/field_lines_test.h"

namespace umikoe::formats::ddex::testing {
namespace {

using Words = std::vector<std::string>;
using Set = std::set<std::string>;
using Node = pugi::xml_node;

std::string trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string text_of(const Node& node) {
  std::string text;
  for (const Node& piece : node.children()) {
    if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata)
      text += piece.value();
  }
  return trim(text);
}

std::string attribute(const Node& node, const char* name) {
  return trim(node.attribute(name).value());
}

std::vector<Node> nodes(const Node& node, const char* path) {
  std::vector<Node> found;
  for (const auto& each : node.select_nodes(path)) found.push_back(each.node());
  return found;
}

std::string user_defined(const Node& node) {
  const std::string text = text_of(node);
  const std::string value = attribute(node, "UserDefinedValue");
  return text == "UserDefined" && !value.empty() ? value : text;
}

// In document order, each once, without empty ones.
Words texts(const Node& node, const char* path, std::string (*read)(const Node&) = text_of) {
  Words words;
  for (const Node& each : nodes(node, path)) {
    const std::string text = read(each);
    if (!text.empty() && std::ranges::find(words, text) == words.end()) words.push_back(text);
  }
  return words;
}

std::string first(const Node& node, const char* path) {
  const Words words = texts(node, path);
  return words.empty() ? "" : words.front();
}

std::string language_of(Node node) {
  for (; node; node = node.parent()) {
    if (node.attribute("LanguageAndScriptCode")) return attribute(node, "LanguageAndScriptCode");
  }
  return {};
}

std::string in_language(const std::string& text, const Node& at) {
  return text + "@" + language_of(at);
}

struct Walk {
  Walk(const Node& message, std::string_view bytes)
      : root(message), bytes_(bytes), is_3(std::string_view(root.name()).empty()) {
    for (const Node& party : nodes(root, "PartyList/Party")) {
      parties.emplace(text_of(party.child("PartyReference")), party);
    }
    for (const auto& declared : root.attributes()) {
      const std::string_view uri = declared.value();
      const size_t at = uri.find("/ern");
      if (!std::string_view(declared.name()).starts_with("xmlns") || at == uri.npos) continue;
      is_3 = uri.substr(uri.rfind('/') + 1).starts_with('3');
    }
  }

  Lines lines() {
    const Node sender = root.child("MessageHeader").child("MessageSender");
    Lines lines = {"message " + first(root, "MessageHeader/MessageId") + " " + dpid_of(sender) +
                   " " + name_of(sender)};
    for (const Node& party : nodes(root, "PartyList/Party")) lines.push_back(party_line(party));
    for (const Node& each : nodes(root, "ResourceList/SoundRecording|ResourceList/Video")) {
      add_recordings(each, lines);
    }
    for (const Node& each :
         nodes(root, "ReleaseList/Release|ReleaseList/TrackRelease|ReleaseList/ClipRelease")) {
      lines.push_back(release_line(each));
    }
    for (const Node& each : nodes(root, "DealList/ReleaseDeal/Deal")) {
      lines.push_back(deal_line(each));
    }
    return lines;
  }

 private:
  Set name_forms(const Node& party) {
    Set out;
    for (const Node& name : nodes(party, "PartyName")) {
      const char* main = name.child("FullName") ? "FullName" : "KeyName";
      for (const char* child :
           {main, "FullNameAsciiTranscribed", "FullNameIndexed", "AbbreviatedName"}) {
        const Node form = name.child(child);
        const bool own = !attribute(form, "LanguageAndScriptCode").empty();
        const std::string text = text_of(form);
        if (!text.empty()) out.insert(in_language(text, own ? form : name));
      }
    }
    return out;
  }

  // The first default form for display, else the first.
  std::string name_of(const Node& party) {
    std::string name;
    bool is_default = false;
    for (const Node& each : nodes(party, "PartyName")) {
      const std::string text = text_of(each.child(each.child("FullName") ? "FullName" : "KeyName"));
      const bool marked = attribute(each, "IsDefault") == "true";
      if (text.empty() || (!name.empty() && (is_default || !marked))) continue;
      name = text;
      is_default = marked;
    }
    return name.empty() ? text_of(party.child("TradingName")) : name;
  }

  // A bare id is a DPID unless an attribute says otherwise; of several the last counts.
  static std::string dpid_of(const Node& party) {
    const Words ids =
        texts(party,
              "PartyId[not(*)][not(@IsISNI='true' or @IsISNI='1')]"
              "[not(@Namespace) or @Namespace='' or @IsDPID='true' or @IsDPID='1']|PartyId/DPID");
    return ids.empty() ? "" : without_separators(ids.back());
  }

  std::string party_line(const Node& party) {
    const std::string dpid = without_separators(first(party, "PartyId/DPID"));
    const std::string isni = without_separators(first(party, "PartyId/ISNI"));
    return fmt::format("party {} {} {}", name_forms(party), dpid, isni);
  }

  void add_title(const Node& title, Set& into) {
    const Node text = title.child("TitleText");
    if (text_of(text).empty()) return;
    const bool own = !attribute(text, "LanguageAndScriptCode").empty();
    into.insert(in_language(text_of(text), own ? text : title));
  }

  Set titles(const Node& at) {
    Set out;
    if (!is_3) {
      Words whole;
      for (const Node& each : nodes(at, "DisplayTitle|FormalTitle|GroupingTitle|AdditionalTitle")) {
        add_title(each, out);
        whole.push_back(text_of(each.child("TitleText")));
        for (const Node& sub : nodes(each, "SubTitle")) {
          if (!text_of(sub).empty()) whole.back() += " " + text_of(sub);
        }
      }
      add_title_texts(at, out);
      return out;
    }
    bool displayed = false;
    for (const Node& each : nodes(at, "Title|*[contains(name(), 'DetailsByTerritory')]/Title")) {
      add_title(each, out);
      const std::string type = attribute(each, "TitleType");
      displayed = displayed || type.empty() || type == "DisplayTitle" || type == "Display";
    }
    if (!displayed && at.child("ReferenceTitle")) add_title(at.child("ReferenceTitle"), out);
    return out;
  }

  // DisplayTitleText is a form of its own where no DisplayTitle begins it.
  void add_title_texts(const Node& at, Set& into) {
    for (const Node& each : nodes(at, "DisplayTitleText")) {
      bool repeated = text_of(each).empty();
      for (const Node& title :
           nodes(at, "DisplayTitle|FormalTitle|GroupingTitle|AdditionalTitle")) {
        const std::string text = text_of(title.child("TitleText"));
        if (text.empty()) continue;
        repeated = repeated || text == text_of(each) ||
                   (!texts(title, "SubTitle").empty() && text_of(each).starts_with(text));
      }
      if (!repeated) into.insert(in_language(text_of(each), each));
    }
  }

  // 3.x may leave the names out; what the reader then makes of the artists has tests of its own.
  std::optional<Set> artist_names(const Node& at) {
    Set out;
    for (const Node& each : nodes(at, is_3 ? "*[contains(name(), 'DetailsByTerritory')]/"
                                             "DisplayArtistName"
                                           : "DisplayArtistName")) {
      const Node full = each.child("FullName");
      const std::string text = text_of(full ? full : each);
      if (!text.empty()) out.insert(in_language(text, each));
    }
    if (is_3 && out.empty()) return std::nullopt;
    return out;
  }

  Words credits(const Node& at) {
    Words out;
    const auto credit = [&](const std::string& name, const Node& each) {
      Words roles;
      for (const Node& role : each.children()) {
        const std::string text = user_defined(role);
        if (!std::string_view(role.name()).ends_with("Role") || text.empty()) continue;
        if (std::ranges::find(roles, text) == roles.end()) roles.push_back(text);
      }
      out.push_back(fmt::format("{}={}", name, fmt::join(roles, "+")));
    };
    if (!is_3) {
      for (const Node& each : nodes(at, "DisplayArtist|Contributor")) {
        const auto party = parties.find(first(each,
                                              "ArtistPartyReference|"
                                              "ContributorPartyReference"));
        if (party != parties.end()) credit(name_of(party->second), each);
      }
      return out;
    }
    const Node details = at.select_node("*[contains(name(), 'DetailsByTerritory')]").node();
    for (const Node& each : nodes(details,
                                  "DisplayArtist|DisplayConductor|ResourceContributor|"
                                  "IndirectResourceContributor")) {
      const bool known = !name_of(each).empty() || !texts(each, "PartyId|PartyId/*").empty();
      if (known) credit(name_of(each), each);
    }
    return out;
  }

  std::string line_text(const Node& at, const std::string& name) {
    std::vector<Node> parts = {at};
    for (const Node& part : nodes(at,
                                  "SoundRecordingEdition|VideoEdition|"
                                  "*[contains(name(), 'DetailsByTerritory')]")) {
      parts.push_back(part);
    }
    for (const Node& part : parts) {
      const Node line = part.child(name.c_str());
      const std::string text = text_of(line.child((name + "Text").c_str()));
      const std::string company = text_of(line.child((name + "Company").c_str()));
      if (!text.empty()) return text;
      if (!company.empty()) return text_of(line.child("Year")) + " " + company;
    }
    return {};
  }

  static std::string isrc_paths(const char* filter) {
    return fmt::format(
        "ResourceId{0}/ISRC|SoundRecordingId{0}/ISRC|VideoId{0}/ISRC|"
        "SoundRecordingEdition/ResourceId{0}/ISRC|VideoEdition/ResourceId{0}/ISRC",
        filter);
  }

  void add_recordings(const Node& r, Lines& lines) {
    const bool video = std::string_view(r.name()) == "Video";
    std::string path = isrc_paths("[not(@IsReplaced='true')]");
    if (nodes(r, path.c_str()).empty()) path = isrc_paths("");
    Words isrcs;
    for (const std::string& text : texts(r, path.c_str())) {
      const auto isrc = Isrc::parse(text);
      if (isrc && std::ranges::find(isrcs, isrc->to_string()) == isrcs.end()) {
        isrcs.push_back(isrc->to_string());
      }
    }
    if (isrcs.empty()) isrcs.push_back("-");
    const auto parts = [&](const std::string& name) {
      const std::string all = name + "|SoundRecordingEdition/" + name + "|VideoEdition/" + name +
                              "|*[contains(name(), 'DetailsByTerritory')]/" + name;
      return texts(r, all.c_str(), user_defined);
    };
    Words genres = parts("Genre/GenreText");
    for (const auto& more : parts("DisplayGenre/GenreText")) {
      if (std::ranges::find(genres, more) == genres.end()) genres.push_back(more);
    }
    std::optional<bool> instrumental;
    const std::string flag = text_of(r.child("IsInstrumental"));
    if (!flag.empty()) instrumental = flag == "true" || flag == "1";
    Words iswcs;
    for (const Node& iswc : nodes(r,
                                  "WorkId/ISWC|IndirectSoundRecordingId/ISWC|"
                                  "IndirectVideoId/ISWC")) {
      if (!text_of(iswc).empty()) iswcs.push_back(without_separators(text_of(iswc)));
    }
    const bool single = nodes(r, "SoundRecordingEdition").size() == 1;
    Words own;
    for (const Node& id :
         nodes(r, single ? "ResourceId/ProprietaryId|SoundRecordingId/ProprietaryId|"
                           "VideoId/ProprietaryId|SoundRecordingEdition/ResourceId/"
                           "ProprietaryId"
                         : "ResourceId/ProprietaryId|SoundRecordingId/"
                           "ProprietaryId|VideoId/ProprietaryId")) {
      if (!text_of(id).empty()) own.push_back(text_of(id));
    }
    const auto names = artist_names(r);
    for (const std::string& isrc : isrcs) {
      lines.push_back(fmt::format(
          "recording {} {} {} {} {} | {} | {} | {} {} {} {} | {} | {} | {} | {} {}",
          text_of(r.child("ResourceReference")), video ? 1 : 0, isrc, type_of(r),
          parse_duration_ms(text_of(r.child("Duration"))).value_or(-1), line_text(r, "PLine"),
          line_text(r, "CLine"), parts("ParentalWarningType"), parts("LanguageOfPerformance"),
          genres, whether(instrumental), titles(r), names ? fmt::format("{}", *names) : left_open,
          credits(r), sorted(iswcs), sorted(own)));
    }
  }

  static std::string type_of(const Node& r) {
    for (const char* name : {"Type", "SoundRecordingType", "VideoType"}) {
      if (const std::string text = text_of(r.child(name)); !text.empty()) return text;
    }
    return {};
  }

  static Words resources_of(const Node& r, const char* filter) {
    return texts(r, fmt::format("ReleaseResourceReferenceList/ReleaseResourceReference{0}|"
                                "ReleaseResourceReference{0}|"
                                ".//ResourceGroup/ReleaseResourceReference{0}|"
                                ".//ResourceGroupContentItem/ReleaseResourceReference{0}|"
                                "ReleaseDetailsByTerritory/ReleaseResourceReference{0}",
                                filter)
                        .c_str());
  }

  std::string release_line(const Node& r) {
    const auto parts = [&](const std::string& name) {
      return texts(r, (name + "|ReleaseDetailsByTerritory/" + name).c_str());
    };
    Words icpns;
    for (const auto& text : texts(r, "ReleaseId/ICPN")) {
      const auto icpn = parse_icpn(text);
      icpns.push_back(icpn ? icpn->text : without_separators(text));
    }
    Words grids;
    for (const auto& text : texts(r, "ReleaseId/GRid")) grids.push_back(without_separators(text));
    Set proprietary;
    for (const Node& id : nodes(r, "ReleaseId/ProprietaryId")) {
      std::string written = attribute(id, "Namespace") + ":" + text_of(id);
      std::erase(written, '-');
      if (id.attribute("Namespace") && !text_of(id).empty()) proprietary.insert(written);
    }
    const std::string secondary = "[@ReleaseResourceType='SecondaryResource']";
    const Words resources = resources_of(r, "[not(@ReleaseResourceType='SecondaryResource')]");
    Words linked = resources_of(r, secondary.c_str());
    for (const auto& more : texts(r,
                                  "LinkedReleaseResourceReference|"
                                  "ReleaseDetailsByTerritory/LinkedReleaseResourceReference|"
                                  ".//ResourceGroup/LinkedReleaseResourceReference|"
                                  ".//ResourceGroupContentItem/"
                                  "LinkedReleaseResourceReference")) {
      if (std::ranges::find(linked, more) == linked.end()) linked.push_back(more);
    }
    std::string label = first(r, "ReleaseDetailsByTerritory/LabelName");
    for (const Node& each : nodes(r, "ReleaseLabelReference")) {
      const auto party = parties.find(text_of(each));
      if (label.empty() && party != parties.end()) label = name_of(party->second);
    }
    std::string date = "-";
    for (const char* name : {"GlobalReleaseDate", "ReleaseDate"}) {
      for (const auto& text : parts(name)) {
        if (date == "-" && text.size() >= 10) date = text.substr(0, 10);
      }
    }
    Words genres = parts("Genre/GenreText");
    for (const auto& more : parts("DisplayGenre/GenreText")) {
      if (std::ranges::find(genres, more) == genres.end()) genres.push_back(more);
    }
    const Words types = parts("ReleaseType");
    const bool track =
        std::string_view(r.name()) == "TrackRelease" ||
        std::ranges::count(types, "TrackRelease") + std::ranges::count(types, "VideoTrackRelease") >
            0;
    const auto names = artist_names(r);
    return fmt::format("release {} {} {} {} {} | {} | {} | {} {} {} | {} {} {} | {} | {} {}",
                       text_of(r.child("ReleaseReference")), types, sorted(grids), sorted(icpns),
                       sorted({proprietary.begin(), proprietary.end()}), titles(r),
                       names ? fmt::format("{}", *names) : left_open, sorted(resources),
                       sorted(linked), label, genres, parts("ParentalWarningType"),
                       line_text(r, "PLine"), line_text(r, "CLine"), date, track);
  }

  static std::optional<WrittenTime> time_of(const Node& period, const char* date,
                                            const char* date_time, int32_t days) {
    if (const std::string text = text_of(period.child(date_time)); !text.empty()) {
      return WrittenTime::parse(text);
    }
    const std::string text = text_of(period.child(date));
    if (text.empty()) return std::nullopt;
    return WrittenTime::at_local_midnight(Date::parse(text)->plus(days));
  }

  // From the later of its start and the day the ReleaseDeal takes effect (3.x).
  static std::string period_of(const Node& period, std::optional<WrittenTime> effective) {
    auto start = time_of(period, "StartDate", "StartDateTime", 0);
    const auto end = time_of(period, "EndDate", "EndDateTime", 1);
    if (!period || (!start && !end)) start.reset();
    if (effective && (!start || start->seconds < effective->seconds)) start = effective;
    if (!start && !end) return {};
    return (start ? start->to_string() : "") + "~" + (end ? end->to_string() : "");
  }

  std::string deal_line(const Node& deal) {
    const Node terms = deal.child("DealTerms");
    Words references;
    for (const Node& each : nodes(deal.parent(), "DealReleaseReference")) {
      references.push_back(text_of(each));
    }
    Words included;
    Words excluded;
    for (const Node& code : terms.children("TerritoryCode")) included.push_back(text_of(code));
    for (const Node& code : terms.children("ExcludedTerritoryCode")) {
      excluded.push_back(text_of(code));
    }
    Words periods;
    std::optional<WrittenTime> effective;
    const auto day = Date::parse(text_of(deal.parent().child("EffectiveDate")).substr(0, 10));
    if (day) effective = WrittenTime::at_local_midnight(*day);
    for (const Node& period : terms.children("ValidityPeriod")) {
      const std::string written = period_of(period, effective);
      if (!written.empty()) periods.push_back(written);
    }
    if (periods.empty() && effective) periods.push_back(effective->to_string() + "~");
    const auto flag = [&](const char* name) {
      const std::string text = text_of(terms.child(name));
      return text == "true" || text == "1";
    };
    const auto line = std::ranges::count(bytes_.substr(0, deal.offset_debug()), '\n') + 1;
    return fmt::format("deal {} {} {} {} {} {} {} {} {}", line, references,
                       included.empty() ? excluded : included,
                       included.empty() && !excluded.empty(), periods,
                       texts(terms, "UseType|Usage/UseType"), texts(terms, "CommercialModelType"),
                       flag("IsPreOrderDeal"), flag("TakeDown") || flag("AllDealsCancelled"));
  }

  Node root;
  std::string_view bytes_;
  bool is_3;
  std::map<std::string, Node> parties;
};

}  // namespace

Lines lines_by_walk(std::string_view bytes) {
  pugi::xml_document document;
  if (!document.load_buffer(bytes.data(), bytes.size())) return {};
  return Walk(document.document_element(), bytes).lines();
}

}  // namespace umikoe::formats::ddex::testing
