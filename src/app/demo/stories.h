#pragma once

#include <string>
#include <vector>

#include "app/demo/model.h"

namespace umikoe::app::demo {

// The whole demo: the clean catalogue with its contracts, the stories and the planted faults.
Story tell();

// The parts of it, in the order they are told.
void write_contracts(Story& story);     // the group's own licences for everything
void tell_rights_stories(Story& story); // who holds what: split, lapse, silence, change of owner …
void tell_terms_stories(Story& story);  // what comes due, consents, versions
void tell_delivery_stories(Story& story);
void tell_wanted_in_brazil(Story& story);
void tell_stages_abroad(Story& story);  // festivals with and without a tour around them
void plant_faults(Story& story);

// The songs the answers are shown with.
struct StoryIsrcs {
  std::string hoshi_no_oto;   // wanted and closed in Brazil
  std::string split;          // held abroad by a licensee, live there
  std::string lapsed;         // streams in three markets after its licence
  std::string back_catalogue; // one of 84 with a Japan-only list
  std::string silent_2004;
  std::string short_video;
  std::string changed_owner;
  std::string taken_down;
  std::string purged;
  std::string not_shown;
  std::string conflict;
  std::string coming;         // not yet released
};
StoryIsrcs story_isrcs(Story& story);

}  // namespace umikoe::app::demo
