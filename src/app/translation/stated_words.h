#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/territory.h"

namespace umikoe::app {

// What a person states about one record, by the name of the flag, column or field it stood under.
// The command line, a table's row, a page and the log of edits all say it in this one form.
using StatedWords = std::map<std::string, std::string, std::less<>>;

std::string stated(const StatedWords& words, std::string_view key);  // trimmed; empty where absent
// The parts between commas, semicolons or 、, trimmed, without empty ones.
std::vector<std::string> stated_list(const StatedWords& words, std::string_view key);
bool stated_yes(const StatedWords& words, std::string_view key);  // "yes", "1", "true"
// Empty where nothing is stated. Error date_invalid_word.
Result<std::optional<Date>> stated_date(const StatedWords& words, std::string_view key);
// Error number_invalid_word.
Result<std::optional<int64_t>> stated_number(const StatedWords& words, std::string_view key);
// Codes, groups, regions and Worldwide between commas or blanks; empty where nothing is stated.
// Error territory_unknown_word.
Result<TerritorySet> stated_territories(const StatedWords& words, std::string_view key, Date on);

// Adds the text under the key unless it is empty.
void state(StatedWords& words, const char* key, std::string text);
std::string joined(const std::vector<std::string>& parts);
// "Worldwide", or the codes with blanks between them.
std::string territory_words(const TerritorySet& territories);

// A flat JSON object of texts, and back. Nothing where the body is anything else.
std::string body_of(const StatedWords& words);
std::optional<StatedWords> words_of(std::string_view body);

}  // namespace umikoe::app
