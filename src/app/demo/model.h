#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/demo/parties.h"
#include "base/date.h"

// The demo's catalogue as the writers of messages need it: plain values that stories change.
namespace umikoe::app::demo {

struct Form {
  std::string text;
  std::string language;
  bool is_default = false;
  bool is_original = false;
  std::string territory = {};  // ApplicableTerritoryCode; empty: everywhere
};
using Forms = std::vector<Form>;

struct Person {
  Forms names;
  std::string isni;  // may be empty
};

struct Track {
  std::string isrc;
  bool is_video = false;
  Forms titles;
  Forms artist_names;
  Person artist;
  std::vector<Person> composers;
  std::vector<Person> lyricists;
  int seconds = 0;
  int asset_seconds = 0;  // 0: the whole recording
  std::string warning = "NotExplicit";
  std::string language = "ja";
  std::vector<std::string> subtitles;
  std::string p_line;
  std::string genre;
};

struct DealPlan {
  bool excluding = false;
  std::vector<std::string> codes{"Worldwide"};
  struct Period {
    Date start;
    std::optional<Date> last;
  };
  std::vector<Period> periods;
  std::vector<std::string> models{"SubscriptionModel", "AdvertisementSupportedModel"};
  std::vector<std::string> uses{"OnDemandStream", "NonInteractiveStream"};
  std::string price = {};  // PriceCode
  bool takedown = false;
};

// One message about the release: who sends it to whom, when, and with which deals.
struct Sending {
  Company sender = Company::own;
  std::optional<Company> on_behalf;
  std::vector<Company> recipients;
  Instant created;
  std::vector<DealPlan> deals;
  bool purge = false;
};

struct Release {
  size_t number = 0;
  std::string version = "43";  // ERN: 43, 42 or 382
  std::string icpn;
  std::string grid;
  std::string type = "Album";
  size_t artist_index = 0;
  Forms titles;
  Forms artist_names;
  Person artist;
  Company label = Company::label_first;
  std::string label_territory;  // empty: everywhere
  std::vector<std::string> genres;
  std::string p_line;
  std::string c_line;
  std::string warning = "NotExplicit";
  Date released;
  Date first_released;
  int cover_px = 3000;
  std::vector<Track> tracks;
  std::vector<size_t> tracks_without_deal;
  std::vector<Sending> sendings;
  std::string contract;
};

// A row of the contract ledger.
struct LicenceRow {
  std::string isrc;
  Company party = Company::own;
  std::optional<Company> grantor;
  std::string territories = "Worldwide";
  std::string excluded;
  std::string start;
  std::string end;
  std::string uses = "all";
  std::string document;
  std::string right = {};
  std::string scope = {};
  int auto_renewal_months = 0;
  int notice_months = 0;
  std::string option = {};
  std::string option_until = {};
  std::string reversion_on = {};
};

// Which recordings are one performance, or versions of it.
struct GroupRow {
  std::string isrc;
  std::string group;
  std::string relation;
};

struct SightingRow {
  Company service = Company::stream_abroad;
  std::string isrc;
  std::string territory;
  std::string observed_on;
  bool seen = true;
  std::string detail;
};

// Use that is planned, not drawn: what is wanted where nothing is open.
struct PlannedUse {
  std::string isrc;
  std::string territory;
  int64_t october_units = 0;  // of 2026; earlier months follow from it
};

// Where drawn paid use may be reported, so that nothing plays where a story says closed.
struct UseScope {
  enum class Kind { nowhere, everywhere, only, except } kind = Kind::everywhere;
  std::vector<std::string> codes = {};

  bool allows(std::string_view territory) const;
};

struct DemoTrackUse {
  std::string isrc;
  UseScope scope;
  Date from;              // first month with use
  size_t popularity = 0;  // rank, 0 the most heard
  bool is_video = false;
};

// A finding of the check that the demo plants on purpose.
struct PlantedFinding {
  std::string rule;
  std::string subject;
  std::string territory;

  bool operator==(const PlantedFinding&) const = default;
  auto operator<=>(const PlantedFinding&) const = default;
};

// A date of an artist on a stage.
struct AppearanceRow {
  size_t artist_index = 0;
  std::string event;
  std::string kind;
  std::string city;
  std::string territory;
  std::string start;
  std::string end;
  std::string state = {};
};

struct Story {
  std::vector<Release> releases;  // audio first, then videos
  std::vector<LicenceRow> licences;
  std::vector<SightingRow> sightings;
  std::vector<GroupRow> groups;
  std::vector<AppearanceRow> appearances;
  std::vector<PlannedUse> fan_uses;  // user-generated, on the video service
  std::vector<PlannedUse> paid_uses; // on the service abroad, October 2026 only
  std::vector<DemoTrackUse> uses;
  std::vector<PlantedFinding> planted;
};

}  // namespace umikoe::app::demo
