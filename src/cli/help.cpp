#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/verbs.h"

namespace umikoe::cli {
namespace {

using messages::Language;
using messages::text;

std::string flag_words(const Flag& flag) {
  return flag.value.empty() ? std::string(flag.name) : fmt::format("{} {}", flag.name, flag.value);
}

std::string usage_line(const Verb& verb) {
  return fmt::format("umikoe {}{}{}", verb.name, verb.positional.empty() ? "" : " ",
                     verb.positional);
}

// Hyphens that roff must not turn into typographic ones.
std::string roff(std::string_view plain) {
  std::string out;
  for (const char c : plain) {
    if (c == '-') out += '\\';
    if (c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string version() { return "umikoe " UMIKOE_VERSION "\n"; }

std::string help(Language language) {
  std::string out = text(language, "help.heading") + "\n\n";
  for (const VerbEntry& entry : verbs()) {
    out += fmt::format("  {:<12}{}\n", entry.verb.name, text(language, entry.verb.help));
  }
  return out + "\n" + text(language, "help.more") + "\n";
}

std::string verb_help(const Verb& verb, Language language) {
  std::string out = text(language, verb.help) + "\n\n  " + usage_line(verb) + "\n\n";
  size_t width = 22;
  for (const Flag& flag : verb.flags) width = std::max(width, flag_words(flag).size());
  for (const Flag& flag : verb.flags) {
    out += fmt::format("  {:<{}}  {}\n", flag_words(flag), width, text(language, flag.help));
  }
  if (!verb.more.empty()) out += "\n" + text(language, verb.more) + "\n";
  return out;
}

std::string bash_completion() {
  std::string names;
  std::string cases;
  for (const VerbEntry& entry : verbs()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", entry.verb.name);
    std::string flags;
    for (const Flag& flag : entry.verb.flags) flags += fmt::format("{} ", flag.name);
    cases += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -f -- \"$word\")) ;;\n",
                         entry.verb.name, flags);
  }
  return fmt::format(
      "_umikoe() {{\n  local word=\"${{COMP_WORDS[COMP_CWORD]}}\"\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
      "    COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))\n    return\n  fi\n"
      "  case \"${{COMP_WORDS[1]}}\" in\n{}  esac\n}}\ncomplete -o filenames -F _umikoe umikoe\n",
      names, cases);
}

std::string man_page(Language language) {
  std::string out = fmt::format(".TH UMIKOE 1 \"\" \"umikoe {}\"\n.SH {}\numikoe \\- {}\n.SH {}\n",
                                UMIKOE_VERSION, text(language, "man.name"),
                                roff(text(language, "help.heading")), text(language, "man.verbs"));
  for (const VerbEntry& entry : verbs()) {
    out += fmt::format(".SS {}\n{}\n", roff(usage_line(entry.verb)),
                       roff(text(language, entry.verb.help)));
    for (const Flag& flag : entry.verb.flags) {
      out += fmt::format(".TP\n.B {}\n{}\n", roff(flag_words(flag)),
                         roff(text(language, flag.help)));
    }
  }
  return out + fmt::format(".SH {}\n{}\n", text(language, "man.exit"),
                           roff(text(language, "help.exit_codes")));
}

}  // namespace umikoe::cli
