#pragma once

#include <span>

#include "messages/messages.h"

namespace umikoe::messages {

// One function per file of the table, so that rooms' texts stay apart.
std::span<const Message> answer_messages();   // the answer and its chain
std::span<const Message> error_messages();    // error.<code>: what went wrong and the way out
std::span<const Message> finding_messages();  // error.<code> of findings in accepted data
std::span<const Message> check_messages();    // rules: title, explanation, fix
std::span<const Message> cli_messages();      // help, usage, progress
std::span<const Message> report_messages();   // delivery report, gap report
std::span<const Message> decision_messages();  // decisions, work lists, what is held back
std::span<const Message> money_messages();    // revenue, videos, demand that leaks
std::span<const Message> name_messages();     // names: forms, readings, romanisation
std::span<const Message> link_messages();     // linkage and search
std::span<const Message> demand_messages();   // what is wanted: forecasts, entries, references
std::span<const Message> map_messages();       // tables of others: proposal, questions
std::span<const Message> demo_messages();     // the demo and its first answer
std::span<const Message> caption_messages();   // captions and lyrics
std::span<const Message> translation_messages();  // translation work, its rules and the calendar
std::span<const Message> translation_error_messages();  // error.<code> of translation work
std::span<const Message> impact_messages();  // measuring whether something worked
std::span<const Message> plan_messages();    // plans, interventions and what was decided
std::span<const Message> page_messages();     // what the server itself says to browsers

}  // namespace umikoe::messages
