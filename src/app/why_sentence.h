#pragma once

#include <string>

#include "app/why.h"

namespace umikoe::app {

// The title a reader of this language is shown, with the other form where it helps.
std::string title_for(const RecordingCard& card, const Isrc& isrc, messages::Language language);

// A day as people write it: 20 Nov 2026, 2026年11月20日(金).
std::string day_in_words(Date date, messages::Language language);

// The one sentence that answers the question; `words` is filled but for the sentence.
std::string sentence_of(const rights::Answer& answer, const rights::Question& question,
                        const WhyAnswer& words, const LoadedWorld& world,
                        messages::Language language);

}  // namespace umikoe::app
