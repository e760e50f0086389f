#include "app/map_table.h"

#include <algorithm>
#include <charconv>

namespace umikoe::app {
namespace {

namespace table = formats::table;

std::optional<size_t> number_in(const std::string& id) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
  return number;
}

// Answers by number, one after the other: each is about the questions as they were numbered before
// it was given, so that numbers a person has read stay true while answers bring new questions.
class Numbering {
 public:
  Numbering(const table::TableFile& file, const table::TableMapping* saved,
            const table::NumbersSource& numbers)
      : file_(file), saved_(saved), numbers_(numbers) {}

  Result<table::TableProposal> propose(const table::TableAnswers& given) {
    UMIKOE_TRY(auto proposal, table::propose(file_, saved_, answers_, numbers_));
    number(proposal);
    for (const auto& [id, answer] : given) {
      const auto wanted = number_in(id);
      if (wanted && (*wanted == 0 || *wanted > ids_.size())) {
        return fail("answer_number_unknown",
                    {{"number", id}, {"count", std::to_string(ids_.size())}});
      }
      const std::string& named = wanted ? ids_[*wanted - 1] : id;
      answers_.emplace_back(named, chosen(proposal, named, answer));
      UMIKOE_TRY(proposal, table::propose(file_, saved_, answers_, numbers_));
      number(proposal);
    }
    // In the order of their numbers; a question that an answer made pointless is gone.
    std::ranges::stable_sort(proposal.questions, {}, [&](const table::TableQuestion& question) {
      return std::ranges::find(ids_, question.id) - ids_.begin();
    });
    return proposal;
  }

 private:
  void number(const table::TableProposal& proposal) {
    for (const auto& question : proposal.questions) {
      if (std::ranges::find(ids_, question.id) == ids_.end()) ids_.push_back(question.id);
    }
  }

  // "a", "b", … choose from the readings offered.
  static std::string chosen(const table::TableProposal& proposal, const std::string& id,
                            const std::string& answer) {
    const auto question = std::ranges::find(proposal.questions, id, &table::TableQuestion::id);
    if (question == proposal.questions.end() || answer.size() != 1) return answer;
    const auto place = static_cast<size_t>(answer[0] - 'a');
    const bool is_option = std::ranges::find(question->options, answer) != question->options.end();
    return answer[0] >= 'a' && place < question->options.size() && !is_option
               ? question->options[place]
               : answer;
  }

  const table::TableFile& file_;
  const table::TableMapping* saved_;
  const table::NumbersSource& numbers_;
  table::TableAnswers answers_;
  std::vector<std::string> ids_;
};

const std::string* answer_to(const table::TableAnswers& answers, std::string_view id) {
  const auto at = std::ranges::find(answers, id, &table::TableAnswers::value_type::first);
  return at == answers.end() ? nullptr : &at->second;
}

}  // namespace

Result<MapProposal> map_table(const table::TableFile& file, const TableMemory& memory,
                              const MapOrder& order) {
  MapProposal result{.path = {}, .sender = order.sender, .saved = std::nullopt, .table = {}};
  const std::string* sheet = answer_to(order.answers, "sheet");
  const bool one = sheet && !table::means_all_sheets(file, *sheet);
  UMIKOE_TRY(const auto header, table::find_table(file, one ? *sheet : "", ""));
  const std::string fingerprint = table::header_fingerprint(header.headers);
  UMIKOE_TRY(const SavedMapping* saved, mapping_for(memory, fingerprint, order.sender));
  table::TableMapping known;
  if (saved) {
    result.saved = *saved;
    if (result.sender.empty()) result.sender = saved->sender;
    known = saved->mapping;
  } else {
    for (const auto& [sender, words] : memory.words) {
      if (sender == order.sender && !sender.empty()) known.territories = words;
    }
  }
  UMIKOE_TRY(result.table, Numbering(file, &known, memory.numbers).propose(order.answers));
  return result;
}

Result<void> save_mapping(WorldStore& store, const MapProposal& proposal,
                          const access::Viewer& viewer, const std::string& author, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (proposal.sender.empty()) return fail("sender_missing");
  if (!proposal.ready()) return std::unexpected(open_question(proposal, messages::Language::en));
  const SavedMapping saved{.sender = proposal.sender,
                           .fingerprint = proposal.table.fingerprint,
                           .author = author,
                           .made_at = now,
                           .mapping = proposal.table.mapping};
  if (proposal.saved && proposal.saved->mapping == saved.mapping &&
      proposal.saved->sender == saved.sender) {
    return {};  // nothing new was said
  }
  for (const auto& draft : edits_of(saved, viewer.organisation)) {
    UMIKOE_TRY(store.append_edit(draft));
  }
  return {};
}

}  // namespace umikoe::app
