#include "formats/captions/caption_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace captions = umikoe::formats::captions;
  return captions::fuzz_captions(captions::CaptionFormat::vtt, data, size);
}
