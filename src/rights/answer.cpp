#include "rights/answer.h"

#include <algorithm>

#include "rights/who.h"

namespace umikoe::rights {
namespace {

bool is_of(const Thread& thread, const std::vector<PartyRef>& holders) {
  return std::ranges::find_first_of(thread.authors, holders) != thread.authors.end();
}

// Whose statements decide: those of the party that holds the cell where that is on file.
std::vector<PartyRef> judged_parties(const Answer& answer, const Question& question) {
  if (question.as) return {*question.as};
  if (answer.held.state == LinkState::closed) return {};
  return answer.held.holders;
}

bool asked_about(PartyRef service, const Question& question) {
  return question.services.empty() ||
         std::ranges::find(question.services, service) != question.services.end();
}

Link judge_delivered_link(Answer& answer, const RecordingFile& file, const Question& question,
                          const PartyDirectory& parties) {
  const auto judged = judged_parties(answer, question);
  const DeliveredQuestion cell{file.isrc,     file.length_ms, question.territory,
                               question.date, question.use,   question.models};
  std::vector<bool> on_file(judged.size(), false);
  for (const Thread& thread : file.threads) {
    if (!judged.empty() && !is_of(thread, judged)) continue;
    const auto verdicts = judge_delivered(std::span(&thread, 1), cell, parties);
    for (const ServiceVerdict& verdict : verdicts) {
      if (asked_about(verdict.service, question)) answer.delivered.push_back(verdict);
    }
    for (size_t i = 0; i < judged.size() && !verdicts.empty(); ++i) {
      on_file[i] = on_file[i] || is_of(thread, {judged[i]});
    }
  }
  Link link{LinkKind::delivered, LinkState::unknown, Reason::none, {}};
  if (answer.delivered.empty()) return link;
  const Reason reason = strongest(answer.delivered);
  if (reason == Reason::none) {
    link.state = LinkState::open;
  } else if (std::ranges::find(on_file, false) == on_file.end()) {
    // Closed only when every party that may deliver has been heard.
    link.state = LinkState::closed;
    link.reason = reason;
    const bool elsewhere = std::ranges::any_of(
        answer.delivered, [](const ServiceVerdict& verdict) { return !verdict.operates; });
    if (reason == Reason::not_delivered && elsewhere) link.detail = no_service_operates;
  }
  return link;
}

void conclude(Answer& answer, const RecordingFile& file, const PartyDirectory& parties) {
  const auto& chain = answer.chain;
  answer.heard = chain[2].state;
  // A right that is needed and that nobody has cleared stays a question, delivered or not.
  const bool uncleared = chain[0].state == LinkState::unknown && answer.held.right.has_value();
  const auto first_closed = std::ranges::find(chain, LinkState::closed, &Link::state);
  if (first_closed != chain.end()) {
    answer.answer = LinkState::closed;
    answer.reason = first_closed->reason;
    answer.detail = first_closed->detail;
    answer.who = who_can_change(answer, *first_closed, file, parties);
  } else if (!uncleared &&
             (chain[1].state == LinkState::open || chain[2].state == LinkState::open)) {
    answer.answer = LinkState::open;
    answer.detail = chain[2].detail;
    return;
  } else {
    const auto first_unknown = std::ranges::find(chain, LinkState::unknown, &Link::state);
    answer.detail = first_unknown->detail;
    answer.ask = Way{*first_unknown, who_can_change(answer, *first_unknown, file, parties)};
  }
  for (const Link& link : chain) {
    if (link.state != LinkState::open) {
      answer.ways.push_back({link, who_can_change(answer, link, file, parties)});
    }
  }
}

// Conflicts and other holders concern the master alone, so their reason says it all.
std::string_view detail_of(const HeldVerdict& held) {
  const bool plain = held.reason == Reason::no_rights || held.state == LinkState::unknown;
  return plain && held.right ? word(*held.right) : std::string_view();
}

Answer answer_alone(const RecordingFile& file, const Question& question,
                    const PartyDirectory& parties) {
  Answer out;
  out.held = judge_held(file.licences,
                        {question.territory, question.date, question.use, question.as}, parties);
  out.chain[0] = {LinkKind::held, out.held.state, out.held.reason, detail_of(out.held)};
  out.chain[1] = judge_delivered_link(out, file, question, parties);
  out.live = judge_live(
      file.sightings, question.territory, question.date, question.today,
      [&](PartyRef service) { return asked_about(service, question); }, parties);
  out.chain[2] = {LinkKind::live, out.live.state,
                  out.live.state == LinkState::closed ? Reason::not_live : Reason::none,
                  word(out.live.detail)};
  conclude(out, file, parties);
  return out;
}

}  // namespace

bool Answer::heard_without_permission() const {
  return chain[2].state == LinkState::open &&
         (chain[0].state == LinkState::closed || chain[1].state == LinkState::closed);
}

Answer answer(const RecordingFile& file, const Question& question, const PartyDirectory& parties) {
  Answer own = answer_alone(file, question, parties);
  if (own.answer == LinkState::open) return own;
  for (const RecordingFile* member : file.members) {
    Answer through = answer_alone(*member, question, parties);
    if (through.answer != LinkState::open) continue;
    through.through = member->isrc;
    return through;
  }
  return own;
}

std::vector<LinkedVersion> open_versions(const RecordingFile& file, const Question& question,
                                         const PartyDirectory& parties) {
  std::vector<LinkedVersion> open;
  for (const LinkedVersion& version : file.versions) {
    if (answer(*version.file, question, parties).answer == LinkState::open) open.push_back(version);
  }
  return open;
}

}  // namespace umikoe::rights
