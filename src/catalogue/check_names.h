#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/name_form.h"

namespace umikoe::catalogue {

// Receives a broken rule and the offending text.
using Breach = std::function<void(std::string_view rule, std::string detail)>;

// The rules on one group of forms of the same title or name: language tags, scripts, defaults,
// Latin form, reading, side-by-side translations, case and character forms.
void check_title(const std::vector<NameForm>& forms, const Breach& breach);
// The same for a name, without the rules that only titles have; guests belong in roles.
void check_artist_name(const std::vector<NameForm>& forms, const Breach& breach);

}  // namespace umikoe::catalogue
