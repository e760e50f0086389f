#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/json.h"
#include "base/date.h"
#include "base/territory.h"
#include "edits/edit.h"
#include "plan/action_rule.h"

namespace umikoe::app {

// Reads the body of an edit of ours. A field that is missing or of another type leaves a mark: the
// edit was written by another version or by nobody of ours.
class BodyReader {
 public:
  explicit BodyReader(const edits::Edit& edit)
      : body_(Json::parse(edit.entry.body, nullptr, false)), id_(edit.id.value) {
    broken_ = !body_.is_object();
  }

  std::string text(std::string_view key) {
    const Json* found = field(key);
    if (found && found->is_string()) return found->get<std::string>();
    broken_ = true;
    return {};
  }
  double number(std::string_view key) {
    const Json* found = field(key);
    if (found && found->is_number()) return found->get<double>();
    broken_ = true;
    return 0;
  }
  std::optional<double> number_if_said(std::string_view key) {
    const Json* found = field(key);
    return found && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
  }
  int64_t whole(std::string_view key) {
    const Json* found = field(key);
    if (found && found->is_number_integer()) return found->get<int64_t>();
    broken_ = true;
    return 0;
  }
  Date date(std::string_view key) {
    const auto date = Date::parse(text(key));
    broken_ = broken_ || !date;
    return date.value_or(Date{});
  }
  std::vector<plan::ActionKind> kinds(std::string_view key) {
    std::vector<plan::ActionKind> out;
    for (const std::string& word : texts(key)) {
      const auto kind = plan::parse_action_kind(word);
      broken_ = broken_ || !kind;
      if (kind) out.push_back(*kind);
    }
    return out;
  }
  std::vector<TerritoryCode> territories(std::string_view key) {
    std::vector<TerritoryCode> out;
    for (const std::string& code : texts(key)) {
      const auto territory = TerritoryCode::parse(code);
      broken_ = broken_ || !territory;
      if (territory) out.push_back(*territory);
    }
    return out;
  }
  // Error edit_broken when any field so far was not there.
  Result<void> end() const {
    if (broken_) return fail("edit_broken", {{"entry", std::to_string(id_)}});
    return {};
  }

 private:
  const Json* field(std::string_view key) const {
    if (!body_.is_object()) return nullptr;
    const auto found = body_.find(key);
    return found == body_.end() ? nullptr : &*found;
  }
  std::vector<std::string> texts(std::string_view key) {
    const Json* found = field(key);
    if (!found || !found->is_array()) {
      broken_ = true;
      return {};
    }
    std::vector<std::string> out;
    for (const Json& one : *found) {
      broken_ = broken_ || !one.is_string();
      if (one.is_string()) out.push_back(one.get<std::string>());
    }
    return out;
  }

  Json body_;
  int64_t id_;
  bool broken_ = false;
};

}  // namespace umikoe::app
