#pragma once

#include "rights/answer.h"

namespace umikoe::rights {

// Who can mend or confirm one link of an answer.
Who who_can_change(const Answer& answer, const Link& link, const RecordingFile& file,
                   const PartyDirectory& parties);

}  // namespace umikoe::rights
