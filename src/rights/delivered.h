#pragma once

#include <optional>
#include <set>
#include <span>
#include <vector>

#include "base/territory.h"
#include "rights/reason.h"
#include "rights/thread.h"
#include "rights/use.h"

namespace umikoe::rights {

// An asset shorter than this share of the recording's length is a preview (MISSION A3).
inline constexpr int64_t preview_percent = 70;

// What one cell of `delivered` asks.
struct DeliveredQuestion {
  Isrc isrc;
  std::optional<int64_t> recording_length_ms;  // the longest length any document states
  TerritoryCode territory;
  Date date;
  Use use = Use::on_demand_stream;
  ModelSet models = every_model;
};

// One service in one thread: open, or the reason it is closed there.
struct ServiceVerdict {
  PartyRef service;
  const Thread* thread = nullptr;
  const Statement* in_force = nullptr;  // the last in force on that day
  Reason reason = Reason::none;         // none: open
  std::optional<WrittenTime> from;      // start of the period that opens or will open
  std::optional<WrittenTime> until;     // its end, or the end of the last one when expired
  bool operates = true;  // false: a deal opens it, but the service is not there; not_delivered
};

// One verdict per service and thread that has ever mentioned the recording; empty when none has.
// A day is open when any part of it is, in any zone of the territory.
std::vector<ServiceVerdict> judge_delivered(std::span<const Thread> threads,
                                            const DeliveredQuestion& question,
                                            const PartyDirectory& parties);

// True when any statement of the thread has the recording in one of its releases.
bool mentions(const Thread& thread, const Isrc& isrc);

// Open if any verdict is, else the first reason in order; not_delivered for none at all.
Reason strongest(std::span<const ServiceVerdict> verdicts);

}  // namespace umikoe::rights
