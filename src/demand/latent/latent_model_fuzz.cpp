#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "demand/latent/latent_model_file.h"

// What is read can be written and read back as it is, and gives chances. The sum is set right, so
// that what stands before it is read too.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace demand = umikoe::demand;
  std::string text(reinterpret_cast<const char*>(data), size);
  (void)demand::read_model_file(text);
  const size_t sum = text.rfind("sha256\t");
  if (sum == std::string::npos) return 0;
  text.resize(sum);
  text += "sha256\t" + umikoe::sha256_hex(text) + "\n";
  const auto read = demand::read_model_file(text);
  if (!read) return 0;
  const auto again = demand::read_model_file(demand::model_file(read->model, read->facts));
  UMIKOE_ASSERT(again && again->model.parts() == read->model.parts());
  UMIKOE_ASSERT(again->facts == read->facts);
  double total = 0;
  const auto ranked = read->model.rank({0});
  for (const auto& each : ranked) total += each.score;
  UMIKOE_ASSERT(ranked.empty() || std::abs(total - 1) < 1e-6);
  return 0;
}
