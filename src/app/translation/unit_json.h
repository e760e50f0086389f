#pragma once

#include "app/json.h"
#include "app/translation/unit_words.h"

namespace umikoe::app {

std::string stage_text(localisation::UnitStage stage, messages::Language language);
std::string check_sentence(const localisation::CheckResult& check, messages::Language language);

// One unit without its surroundings.
Json as_json(const UnitView& unit, const TranslationDesk& desk);

}  // namespace umikoe::app
