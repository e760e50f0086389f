#pragma once

#include <vector>

#include "app/demo/model.h"
#include "edits/edit.h"

namespace umikoe::app::demo {

// Translation work of the demo's label as people of it would have entered it: a roster, a glossary,
// lyrics on their way, a calendar; with one planted case for each rule about them. Made of entries
// of the log, in order, all before the demo's day.
std::vector<edits::EditDraft> translation_edits();
// What check must find of it.
std::vector<PlantedFinding> planted_in_translations();

}  // namespace umikoe::app::demo
