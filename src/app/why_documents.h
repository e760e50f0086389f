#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/why.h"

namespace umikoe::app {

// How a party is shown: its name, else its identifier.
std::string party_name(rights::PartyRef party, const rights::PartyDirectory& parties);
std::string party_name(rights::PartyRef party, const LoadedWorld& world);
// One after another; empty where there is none.
std::string party_names(std::span<const rights::PartyRef> named,
                        const rights::PartyDirectory& parties);
WhyAnswer::Who who_in_words(const rights::Who& who, const LoadedWorld& world);
// The three links with the documents they rest on; on the day of the question, because licences
// renew themselves.
std::vector<WhyAnswer::Link> chain_in_words(const rights::Answer& answer, Date date,
                                            const LoadedWorld& world);

}  // namespace umikoe::app
