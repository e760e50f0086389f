#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Must fail: it proves that a harness which finds nothing elsewhere would find something if there
// were something. The four bytes are far beyond blind chance and near for a guided fuzzer.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size >= 4 && data[0] == 'k' && data[1] == 'a' && data[2] == 'n' && data[3] == 'a') {
    std::exit(1);
  }
  return 0;
}
