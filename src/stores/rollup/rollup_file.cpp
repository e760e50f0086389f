#include "stores/rollup/rollup_file.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace umikoe::stores {
namespace {

constexpr int rollup_format = 1;
constexpr std::string_view prefix = "rollup-";

// Whatever was wrong, in words about this file.
std::unexpected<Error> broken(const std::string& name, const Error& error) {
  const bool reasoned = !error.arguments.empty() && error.arguments.front().first == "reason";
  return fail("rollup_broken",
              {{"name", name}, {"reason", reasoned ? error.arguments.front().second : error.code}});
}

// All but the pages are compared with their checksums here; pages whenever they are read.
Result<RollupSections> sections_of(const SectionFile& file) {
  RollupSections out;
  const std::array parts{std::pair{"about", &out.about}, std::pair{"contexts", &out.contexts},
                         std::pair{"text_ends", &out.text_ends}, std::pair{"texts", &out.texts},
                         std::pair{"pages", &out.pages}};
  for (const auto& [name, part] : parts) {
    UMIKOE_TRY(*part, file.section(name));
  }
  UMIKOE_TRY(out.rows, file.unchecked_section("rows"));
  return out;
}

}  // namespace

std::string_view hash_of_segment(std::string_view segment) {
  return segment.substr(0, segment.find('.'));
}

std::string rollup_name(const std::string& segment) {
  return fmt::format("{}{}-{}.bin", prefix, hash_of_segment(segment), rollup_format);
}

bool is_rollup_name(const std::string& name) {
  return name.starts_with("incoming-") || (name.starts_with(prefix) && name.ends_with(".bin"));
}

Result<std::shared_ptr<const Rollup>> Rollup::open(const std::string& folder,
                                                   const std::string& segment) {
  const std::string name = rollup_name(segment);
  auto file = SectionFile::open(folder + "/" + name);
  if (!file && file.error().code == "map_missing") return std::unexpected(file.error());
  if (!file) return broken(name, file.error());
  const auto sections = sections_of(**file);
  if (!sections) return broken(name, sections.error());
  const auto view = RollupView::of(*sections);
  if (!view) return broken(name, view.error());
  const std::string_view made_of(view->about().segment, sizeof view->about().segment);
  if (made_of != hash_of_segment(segment)) {
    return fail("rollup_broken", {{"name", name}, {"reason", "segment"}});
  }
  return std::shared_ptr<const Rollup>(new Rollup(name, *std::move(file), *view));
}

Result<void> Rollup::verify(int64_t input_rows) const {
  const auto bytes = file_->verify();
  if (!bytes) return broken(name_, bytes.error());
  const auto rows = view_.verify();
  if (!rows) return broken(name_, rows.error());
  if (view_.about().input_rows != static_cast<uint64_t>(input_rows)) {
    return fail("rollup_broken", {{"name", name_}, {"reason", "rows"}});
  }
  return {};
}

}  // namespace umikoe::stores
