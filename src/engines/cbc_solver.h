#pragma once

#include <memory>

#include "app/ports.h"

namespace umikoe::engines {

// COIN-OR CBC of this machine, on one thread, without a word on the terminal.
std::unique_ptr<app::MixedSolver> open_cbc();

}  // namespace umikoe::engines
