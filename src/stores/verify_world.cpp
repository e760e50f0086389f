#include "stores/verify_world.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <optional>
#include <set>

#include "base/sha256.h"
#include "stores/desk_rows.h"
#include "stores/map_folder.h"
#include "stores/rollup/rollups.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

constexpr size_t read_bytes = size_t{1} << 20;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// Nothing when the file cannot be read.
std::optional<std::string> hash_of(const std::string& path) {
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  Sha256 hash;
  std::vector<char> buffer(read_bytes);
  while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    hash.update({buffer.data(), count});
  }
  if (std::ferror(file.get())) return std::nullopt;
  return hash.finish_hex();
}

// A file too broken for SQLite to check is a finding like any other.
Result<void> check_database(Sqlite& database, std::vector<Finding>& findings) {
  UMIKOE_TRY(auto integrity, database.query(sql::check_integrity));
  for (;;) {
    UMIKOE_TRY(const bool row, integrity.step());
    if (!row) break;
    const std::string text = integrity.text(0);
    if (text != "ok") findings.push_back({"world_broken", {{"reason", text}}});
  }
  UMIKOE_TRY(auto references, database.query(sql::check_foreign_keys));
  for (;;) {
    UMIKOE_TRY(const bool row, references.step());
    if (!row) return {};
    findings.push_back(
        {"world_broken", {{"reason", references.text(0) + ": " + references.text(2)}}});
  }
}

Result<std::set<std::string>> segment_names(Sqlite& database) {
  std::set<std::string> names;
  UMIKOE_TRY(auto question, database.query(sql::select_segments));
  for (;;) {
    UMIKOE_TRY(const bool row, question.step());
    if (!row) return names;
    names.insert(question.text(0));
  }
}

}  // namespace

Result<std::vector<Finding>> verify_world(Sqlite& database, const WorldPaths& paths) {
  std::vector<Finding> findings;
  const auto checked = check_database(database, findings);
  if (!checked) findings.push_back(checked.error());
  const auto log = select_edits(database);
  const auto chained = log ? edits::verify_chain(*log) : std::unexpected(log.error());
  if (!chained) findings.push_back(chained.error());
  const auto names = segment_names(database);
  if (!names) {
    findings.push_back(names.error());
    return findings;
  }
  for (const std::string& name : *names) {
    const std::string path = paths.segments() + "/" + name;
    const auto hash = hash_of(path);
    if (!hash) {
      findings.push_back({"segment_missing", {{"name", name}}, {path, 0, {}}});
    } else if (*hash + ".parquet" != name) {
      findings.push_back({"segment_changed", {{"name", name}}, {path, 0, {}}});
    }
  }
  std::ranges::move(verify_maps(paths.maps()), std::back_inserter(findings));
  UMIKOE_TRY(const auto usage, registered_segments(database, paths.segments(), "usage", {}));
  std::ranges::move(verify_rollups(paths.rollups(), usage), std::back_inserter(findings));
  return findings;
}

}  // namespace umikoe::stores
