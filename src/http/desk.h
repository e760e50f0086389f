#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/ports.h"
#include "http/incoming_files.h"

namespace umikoe::http {

// What a server that accepts changes has besides the world it reads. The world is opened for
// writing only while one change is made, so that the command line can import in between.
struct Desk {
  std::string token;  // random, of this run of the server; only its own pages know it
  std::function<Result<std::unique_ptr<app::WorldStore>>()> open;
  std::function<Instant()> now;
  const app::FileSource& files;
  IncomingFiles incoming;
};

}  // namespace umikoe::http
