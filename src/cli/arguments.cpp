#include "cli/arguments.h"

#include <algorithm>

namespace umikoe::cli {
namespace {

// How many positional words the verb takes, from its pattern: "A B" two, "A..." one or more,
// "[A]" one or none, "A [B]" one or two, "A [B...]" one or more.
struct Arity {
  size_t least = 0;
  size_t most = 0;
};

Arity arity_of(std::string_view pattern) {
  if (pattern.empty()) return {};
  const auto words = static_cast<size_t>(std::ranges::count(pattern, ' ')) + 1;
  const auto optional = static_cast<size_t>(std::ranges::count(pattern, '['));
  const bool all_optional = pattern.starts_with('[');
  return {all_optional ? 0 : words - optional, pattern.contains("...") ? SIZE_MAX : words};
}

Result<void> read_flag(const Verb& verb, std::span<const std::string> words, size_t& i,
                       Arguments& out) {
  const std::string& word = words[i];
  const size_t equals = word.find('=');
  const std::string name = word.substr(0, equals);
  const auto flag = std::ranges::find(verb.flags, name, &Flag::name);
  if (flag == verb.flags.end()) {
    return fail("flag_unknown", {{"flag", name}, {"verb", std::string(verb.name)}});
  }
  if (flag->value.empty()) {
    if (equals != std::string::npos) return fail("flag_takes_no_value", {{"flag", name}});
    out.values[name] = "";
    return {};
  }
  if (equals != std::string::npos) {
    out.values[name] = word.substr(equals + 1);
  } else if (i + 1 < words.size()) {
    out.values[name] = words[++i];
  } else {
    return fail("flag_needs_value", {{"flag", name}, {"value", std::string(flag->value)}});
  }
  out.given.emplace_back(name, out.values[name]);
  return {};
}

}  // namespace

std::string Arguments::value(std::string_view flag) const {
  const auto at = values.find(flag);
  return at == values.end() ? std::string() : at->second;
}

std::vector<std::string> Arguments::all(std::string_view flag) const {
  std::vector<std::string> found;
  for (const auto& [name, text] : given) {
    if (name == flag) found.push_back(text);
  }
  return found;
}

Result<Arguments> read_arguments(const Verb& verb, std::span<const std::string> words) {
  Arguments out;
  bool flags_ended = false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!flags_ended && words[i] == "--") {
      flags_ended = true;
    } else if (!flags_ended && words[i].starts_with("--")) {
      UMIKOE_TRY(read_flag(verb, words, i, out));
    } else {
      out.positional.push_back(words[i]);
    }
  }
  if (out.has("--help")) return out;
  const Arity arity = arity_of(verb.positional);
  if (out.positional.size() < arity.least) {
    return fail("positional_missing", {{"pattern", std::string(verb.positional)},
                                       {"verb", std::string(verb.name)}});
  }
  if (out.positional.size() > arity.most) {
    return fail("positional_extra", {{"word", out.positional[arity.most]},
                                     {"verb", std::string(verb.name)}});
  }
  return out;
}

}  // namespace umikoe::cli
