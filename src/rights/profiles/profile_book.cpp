#include "rights/profiles/profile_book.h"

#include <algorithm>

#include "rights/profiles/days_of_change.h"
#include "rights/profiles/signature.h"
#include "rights/profiles/territory_classes.h"

namespace umikoe::rights {
namespace {

std::string bytes_of(const Outcome& outcome) {
  Signature bytes;
  bytes.add(outcome.answer);
  bytes.add(outcome.heard);
  bytes.add(outcome.reason);
  bytes.add(outcome.link);
  for (const bool flag : {outcome.without_permission, outcome.held_open, outcome.delivered_closed,
                          outcome.live_closed, outcome.contract_end.has_value()}) {
    bytes.add(flag);
  }
  bytes.add_text(outcome.detail);
  bytes.add(outcome.who.role);
  bytes.add(outcome.who.parties.size());
  for (const PartyRef party : outcome.who.parties) bytes.add(party);
  bytes.add(outcome.recipient);
  bytes.add_text(outcome.contract);
  if (outcome.contract_end) bytes.add(*outcome.contract_end);
  return bytes.take();
}

std::string bytes_of(const std::vector<ProfileStep>& steps) {
  Signature bytes;
  for (const ProfileStep& step : steps) {
    bytes.add(step.from);
    bytes.add(step.partition);
  }
  return bytes.take();
}

}  // namespace

ProfileBook::ProfileBook(const PartyDirectory& parties, Date today, const DayWindow& window)
    : parties_(parties), today_(today), window_(window) {}

uint32_t ProfileBook::profile_of(const RecordingFile& file, Use use) {
  auto& known = by_signature_[static_cast<size_t>(use)];
  std::string signature = signature_of(file, parties_);
  const auto found = known.find(signature);
  if (found != known.end()) return found->second;
  const uint32_t profile = compile(file, use);
  known.emplace(std::move(signature), profile);
  return profile;
}

uint32_t ProfileBook::compile(const RecordingFile& file, Use use) {
  const auto stretches = days_of_change(file, window_, today_, parties_);
  const TerritoryClasses classes = classes_of(file, stretches, parties_);
  TerritoryClasses by_zone = classes;
  by_zone.split_by_zones();
  Question question;
  question.today = today_;
  question.use = use;
  std::vector<ProfileStep> steps;
  for (const StretchOfDays& stretch : stretches) {
    question.date = stretch.first;
    const uint32_t partition = intern(evaluated(file, question, stretch.zoned ? by_zone : classes));
    if (steps.empty() || steps.back().partition != partition) {
      steps.push_back({stretch.first, partition});
    }
  }
  return intern(steps);
}

Partition ProfileBook::evaluated(const RecordingFile& file, Question& question,
                                 const TerritoryClasses& classes) {
  std::vector<uint32_t> of_class;
  of_class.reserve(classes.size());
  for (const TerritoryCode territory : classes.first_members()) {
    question.territory = territory;
    of_class.push_back(intern(outcome_of(answer(file, question, parties_), question)));
  }
  evaluations_ += classes.size();
  Partition partition = {};
  for (size_t t = 0; t < static_cast<size_t>(territory_count()); ++t) {
    partition[t] = of_class[classes.class_of(t)];
  }
  return partition;
}

uint32_t ProfileBook::intern(Outcome outcome) {
  const auto [at, fresh] =
      outcome_ids_.try_emplace(bytes_of(outcome), static_cast<uint32_t>(outcomes_.size()));
  if (!fresh) return at->second;
  outcomes_.push_back(std::move(outcome));
  return at->second;
}

uint32_t ProfileBook::intern(const Partition& partition) {
  const std::string bytes(reinterpret_cast<const char*>(partition.data()), sizeof partition);
  const auto [at, fresh] =
      partition_ids_.try_emplace(bytes, static_cast<uint32_t>(partitions_.size()));
  if (fresh) partitions_.push_back(partition);
  return at->second;
}

uint32_t ProfileBook::intern(const std::vector<ProfileStep>& steps) {
  const auto [at, fresh] = profile_ids_.try_emplace(bytes_of(steps), static_cast<uint32_t>(size()));
  if (!fresh) return at->second;
  steps_.insert(steps_.end(), steps.begin(), steps.end());
  first_step_.push_back(static_cast<uint32_t>(steps_.size()));
  return at->second;
}

uint32_t partition_on(std::span<const ProfileStep> steps, Date date) {
  // There are few steps, and all profiles are asked one after another: no search is quicker.
  size_t begun = 0;
  for (const ProfileStep& step : steps) begun += step.from <= date;
  return steps[begun == 0 ? 0 : begun - 1].partition;
}

}  // namespace umikoe::rights
