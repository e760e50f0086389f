#include <algorithm>
#include <iterator>

#include "app/demo/story_parts.h"

namespace umikoe::app::demo {
namespace {

// One planted fault: which rule finds it, and how a clean release gets it. Returns the subject the
// finding must have. Names of tracks and release are apart, so a fault stands in one place only.
struct Fault {
  const char* rule;
  std::string (*plant)(Story&, Release&);
  const char* territory = "";  // where the finding says it is
};

Form& form_in(Forms& forms, std::string_view language) {
  return *std::ranges::find(forms, language, &Form::language);
}

void remove_form(Forms& forms, std::string_view language) {
  std::erase_if(forms, [&](const Form& form) { return form.language == language; });
}

Track& track_of(Release& release) { return release.tracks.front(); }
std::string id_of(const Release& release) { return "0" + release.icpn; }
std::vector<DealPlan>& deals_of(Release& release) { return release.sendings.front().deals; }

void close(Story& story, const Track& track) {
  use_of(story, track.isrc).scope = {UseScope::Kind::nowhere, {}};
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return text;
}

// Faults in names and descriptions, each in a release of one recording.
constexpr Fault name_faults[] = {
    {"language_tag",
     [](Story&, Release& r) {
       form_in(track_of(r).titles, "en").language = "en_GB";
       return track_of(r).isrc;
     }},
    {"script_mismatch",
     [](Story&, Release& r) {
       form_in(track_of(r).titles, "ja-Latn").text += " うた";
       return track_of(r).isrc;
     }},
    {"default_title",
     [](Story&, Release& r) {
       form_in(track_of(r).titles, "en").is_default = true;
       return track_of(r).isrc;
     }},
    {"side_by_side_title",
     [](Story&, Release& r) {
       Forms& titles = track_of(r).titles;
       titles.front().text += " (" + form_in(titles, "en").text + ")";
       return track_of(r).isrc;
     }},
    {"guest_in_artist_name",
     [](Story&, Release& r) {
       track_of(r).artist_names.front().text += " feat. 凪紗";
       return track_of(r).isrc;
     }},
    {"parental_warning",
     [](Story&, Release& r) {
       track_of(r).warning.clear();
       return track_of(r).isrc;
     }},
    {"writer_credit",
     [](Story&, Release& r) {
       track_of(r).composers.clear();
       track_of(r).lyricists.clear();
       return track_of(r).isrc;
     }},
    {"language_of_performance",
     [](Story&, Release& r) {
       track_of(r).language.clear();
       return track_of(r).isrc;
     }},
    {"p_line",
     [](Story&, Release& r) {
       track_of(r).p_line.clear();
       return track_of(r).isrc;
     }},
    {"latin_title",
     [](Story&, Release& r) {
       remove_form(track_of(r).titles, "ja-Latn");
       remove_form(track_of(r).titles, "en");
       return track_of(r).isrc;
     }},
    {"reading",
     [](Story&, Release& r) {
       remove_form(track_of(r).titles, "ja-Hrkt");
       return track_of(r).isrc;
     }},
    {"romanisation",
     [](Story&, Release& r) {
       for (Person* artist : {&track_of(r).artist, &r.artist}) {
         form_in(artist->names, "ja-Latn").text += "-dan";
       }
       return r.artist.names.front().text;
     }},
    {"artist_identifier",
     [](Story&, Release& r) {
       track_of(r).artist.isni.clear();
       r.artist.isni.clear();
       return track_of(r).isrc;
     }},
    {"letter_case",
     [](Story&, Release& r) {
       Form& form = form_in(track_of(r).titles, "en");
       form.text = upper(form.text);
       return track_of(r).isrc;
     }},
    {"character_form",
     [](Story&, Release& r) {
       form_in(track_of(r).titles, "ja-Hrkt").text = "ﾕﾒﾉｳﾀ";
       return track_of(r).isrc;
     }},
};

// Faults in deals, each in a release of one recording.
constexpr Fault deal_faults[] = {
    {"stream_pair",
     [](Story&, Release& r) {
       deals_of(r).front().models = {"SubscriptionModel"};
       return track_of(r).isrc;
     }},
    {"start_today_without_zone",
     [](Story&, Release& r) {
       const Date start = deals_of(r).front().periods.front().start;
       r.sendings.front().created = {int64_t{start.days} * seconds_per_day + 6 * 3600};
       return id_of(r);
     }},
    {"period_gap",
     [](Story&, Release& r) {
       auto& periods = deals_of(r).front().periods;
       periods.front().last = day(2024, 12, 31);
       periods.push_back({day(2025, 3, 1), {}});
       return track_of(r).isrc;
     }},
    {"ended_without_successor",
     [](Story& story, Release& r) {
       deals_of(r).front().periods.front().last = day(2026, 8, 31);
       close(story, track_of(r));
       return track_of(r).isrc;
     }},
    {"overlapping_prices",
     [](Story&, Release& r) {
       for (const char* price : {"DEMO-A", "DEMO-B"}) {
         DealPlan sale = world_deal(r);
         sale.models = {"PayAsYouGoModel"};
         sale.uses = {"PermanentDownload"};
         sale.price = price;
         deals_of(r).push_back(sale);
       }
       return track_of(r).isrc;
     }},
    {"territory_code",
     [](Story&, Release& r) {
       deals_of(r).front().codes = {"2136"};
       return id_of(r);
     }},
    {"check_digit",
     [](Story&, Release& r) {
       r.icpn.back() = r.icpn.back() == '9' ? '0' : static_cast<char>(r.icpn.back() + 1);
       return id_of(r);
     }},
    {"title_territory",
     [](Story&, Release& r) {
       deals_of(r).front().excluding = true;
       deals_of(r).front().codes = {"CN"};
       r.titles.push_back({r.titles.front().text, "zh-Hans", false, false, "CN"});
       return id_of(r);
     },
     "CN"},
};

// Faults of releases, each in one of two recordings.
constexpr Fault release_faults[] = {
    {"isrc_missing",
     [](Story& story, Release& r) {
       Track nameless = audio(story.releases, r.artist_index, second_album).tracks[4];
       nameless.isrc.clear();
       r.tracks.push_back(nameless);
       return std::string("A3");
     }},
    {"isrc_conflict",
     [](Story& story, Release& r) {
       Track again = audio(story.releases, r.artist_index, second_album).tracks[4];
       again.titles = audio(story.releases, r.artist_index, second_album).tracks[5].titles;
       r.tracks.push_back(again);
       return again.isrc;
     }},
    {"label_territory",
     [](Story&, Release& r) {
       r.label_territory = "JP";
       return id_of(r);
     },
     "AD"},  // the first that has no label
    {"cover",
     [](Story&, Release& r) {
       r.cover_px = 1000;
       return id_of(r);
     }},
    {"album_only",
     [](Story& story, Release& r) {
       r.tracks_without_deal = {1};
       close(story, r.tracks[1]);
       return r.tracks[1].isrc;
     }},
    {"original_release_date",
     [](Story&, Release& r) {
       r.first_released = r.released.plus(400);
       return id_of(r);
     }},
    {"genre",
     [](Story&, Release& r) {
       r.genres = {"J-Pop"};
       return id_of(r);
     }},
};

void plant(Story& story, const Fault& fault, Release& release) {
  release.version = "43";
  send_once(release, {world_deal(release)});
  const std::string subject = fault.plant(story, release);
  story.planted.push_back({fault.rule, subject, fault.territory});
  // It plays abroad all the same: open, but not understood.
  if (std::string_view(fault.rule) == "latin_title") {
    story.planted.push_back({"not_understood", subject, ""});
  }
}

}  // namespace

void plant_faults(Story& story) {
  size_t artist = fault_first;
  for (const Fault& fault : name_faults) {
    plant(story, fault, audio(story.releases, artist++, single));
  }
  for (const Fault& fault : deal_faults) {
    plant(story, fault, audio(story.releases, artist++, single));
  }
  artist = fault_first;
  for (const Fault& fault : release_faults) {
    plant(story, fault, audio(story.releases, artist++, double_single));
  }
  Release& video = *videos_of(story.releases, fault_first).front();
  video.tracks.front().subtitles.clear();
  for (const char* rule : {"subtitle_language", "not_understood"}) {
    story.planted.push_back({rule, video.tracks.front().isrc, ""});
  }
  std::ranges::sort(story.planted);
}

}  // namespace umikoe::app::demo
