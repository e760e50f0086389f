#include "app/demo/story_parts.h"

namespace umikoe::app::demo {

// Festivals and conventions abroad of four artists, all invented. Two stand alone: one that is
// coming and one just over. One has a tour around it, one is at home, one was called off, and one
// is history.
void tell_stages_abroad(Story& story) {
  story.appearances = {
      {1, "DEMO Lantern Festival", "festival", "Jakarta", "ID", "2026-12-12", "2026-12-13"},
      {2, "DEMO Tidewater Festival", "festival", "Berlin", "DE", "2026-12-05", "2026-12-06"},
      {2, "DEMO Tidewater Tour", "tour", "Paris", "FR", "2026-12-02", "2026-12-02"},
      {2, "DEMO Tidewater Tour", "tour", "Amsterdam", "NL", "2026-12-08", "2026-12-08"},
      {3, "DEMO Paper Moon Convention", "convention", "Chicago", "US", "2026-11-06", "2026-11-08"},
      {3, "DEMO Harbour Night", "headline", "Yokohama", "JP", "2026-11-14", "2026-11-14"},
      {4, "DEMO Snow Festival", "festival", "Sapporo", "JP", "2027-02-05", "2027-02-06"},
      {4, "DEMO Canal Festival", "festival", "Bangkok", "TH", "2026-12-19", "2026-12-20",
       "cancelled"},
      {4, "DEMO Spring Festival", "festival", "Seoul", "KR", "2026-04-18", "2026-04-19"}};
}

}  // namespace umikoe::app::demo
