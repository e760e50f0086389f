#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "stores/power_cut.h"
#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

constexpr size_t sector_bytes = 512;

std::string folder_of(const std::string& name) {
  const auto slash = name.find_last_of('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

}  // namespace

Disk::Disk() {
  files_.push_back({.is_folder = true, .safe = {}, .unsynced = {}});
  names_[""] = safe_names_[""] = 0;
}

size_t Disk::file_at(const std::string& name) {
  const auto found = names_.find(name);
  if (found == names_.end()) {
    ADD_FAILURE() << "operation on a file the disk does not know: " << name;
    return 0;
  }
  return found->second;
}

void Disk::change_name(NameChange change) {
  if (!change.erased.empty()) names_.erase(change.erased);
  if (!change.set.empty()) names_[change.set] = change.file;
  const std::string& name = change.set.empty() ? change.erased : change.set;
  unsynced_names_[folder_of(name)].push_back(std::move(change));
}

void Disk::apply_change(std::string& bytes, const Change& change) {
  if (change.truncates) {
    bytes.resize(static_cast<size_t>(change.offset));
    return;
  }
  const size_t end = static_cast<size_t>(change.offset) + change.bytes.size();
  if (bytes.size() < end) bytes.resize(end);  // a gap reads as zeros
  bytes.replace(static_cast<size_t>(change.offset), change.bytes.size(), change.bytes);
}

void Disk::apply(const DiskOperation& op) {
  using Kind = DiskOperation::Kind;
  switch (op.kind) {
    case Kind::create:
    case Kind::make_folder:
      files_.push_back({.is_folder = op.kind == Kind::make_folder, .safe = {}, .unsynced = {}});
      change_name({.erased = {}, .set = op.name, .file = files_.size() - 1});
      break;
    case Kind::write:
      files_[file_at(op.name)].unsynced.push_back({false, op.offset, op.bytes});
      break;
    case Kind::truncate:
      files_[file_at(op.name)].unsynced.push_back({true, op.offset, {}});
      break;
    case Kind::sync_file: {
      File& file = files_[file_at(op.name)];
      for (const Change& change : file.unsynced) apply_change(file.safe, change);
      file.unsynced.clear();
      break;
    }
    case Kind::rename:
      change_name({.erased = op.name, .set = op.bytes, .file = file_at(op.name)});
      break;
    case Kind::unlink:
      change_name({.erased = op.name, .set = {}, .file = 0});
      break;
    case Kind::sync_folder:
      for (const NameChange& change : unsynced_names_[op.name]) {
        if (!change.erased.empty()) safe_names_.erase(change.erased);
        if (!change.set.empty()) safe_names_[change.set] = change.file;
      }
      unsynced_names_[op.name].clear();
      break;
    case Kind::acknowledge:
      break;
  }
}

std::string Disk::surviving_bytes(const File& file, std::mt19937_64* luck) {
  std::string bytes = file.safe;
  if (!luck) return bytes;
  for (const Change& change : file.unsynced) {
    const auto fate = (*luck)() % 4;
    if (fate == 0) continue;  // lost
    if (change.truncates || fate < 3) {
      apply_change(bytes, change);
      continue;
    }
    for (size_t at = 0; at < change.bytes.size(); at += sector_bytes) {  // torn
      if ((*luck)() % 2 == 0) continue;
      apply_change(bytes, {false, change.offset + static_cast<int64_t>(at),
                           change.bytes.substr(at, sector_bytes)});
    }
  }
  return bytes;
}

void Disk::lay_out(const std::string& folder, std::mt19937_64* luck) const {
  auto names = safe_names_;
  for (const auto& [parent, changes] : unsynced_names_) {
    const size_t kept = luck && !changes.empty() ? (*luck)() % (changes.size() + 1) : 0;
    for (size_t i = 0; i < kept; ++i) {
      if (!changes[i].erased.empty()) names.erase(changes[i].erased);
      if (!changes[i].set.empty()) names[changes[i].set] = changes[i].file;
    }
  }
  std::filesystem::create_directories(folder);
  for (const auto& [name, index] : names) {  // parents sort before what they hold
    const auto parent = names.find(folder_of(name));
    if (name.empty() || parent == names.end() || !files_[parent->second].is_folder) continue;
    const std::string path = folder + "/" + name;
    if (!std::filesystem::is_directory(std::filesystem::path(path).parent_path())) continue;
    if (files_[index].is_folder)
      std::filesystem::create_directory(path);
    else
      std::ofstream(path, std::ios::binary) << surviving_bytes(files_[index], luck);
  }
}

namespace {

using Kind = DiskOperation::Kind;

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PowerCutDisk, KeepsOnlyWhatWasSynced) {
  Disk disk;
  const TemporaryFolder folder;
  disk.apply({Kind::create, "a"});
  disk.apply({Kind::write, "a", 0, "one"});
  disk.apply({Kind::sync_file, "a"});
  disk.lay_out(folder.at("1"), nullptr);
  EXPECT_FALSE(std::filesystem::exists(folder.at("1/a")));  // its name was not safe
  disk.apply({Kind::sync_folder, ""});
  disk.apply({Kind::write, "a", 1, "XX"});
  disk.lay_out(folder.at("2"), nullptr);
  EXPECT_EQ(text_of(folder.at("2/a")), "one");
  disk.apply({Kind::sync_file, "a"});
  disk.apply({Kind::rename, "a", 0, "b"});
  disk.lay_out(folder.at("3"), nullptr);
  EXPECT_EQ(text_of(folder.at("3/a")), "oXX");
  disk.apply({Kind::sync_folder, ""});
  disk.lay_out(folder.at("4"), nullptr);
  EXPECT_FALSE(std::filesystem::exists(folder.at("4/a")));
  EXPECT_EQ(text_of(folder.at("4/b")), "oXX");
}

TEST(PowerCutDisk, LosesWhatLiesInALostFolder) {
  Disk disk;
  const TemporaryFolder folder;
  disk.apply({Kind::make_folder, "d"});
  disk.apply({Kind::create, "d/a"});
  disk.apply({Kind::sync_folder, "d"});
  disk.lay_out(folder.at("1"), nullptr);
  EXPECT_FALSE(std::filesystem::exists(folder.at("1/d")));
  disk.apply({Kind::sync_folder, ""});
  disk.lay_out(folder.at("2"), nullptr);
  EXPECT_TRUE(std::filesystem::exists(folder.at("2/d/a")));
}

TEST(PowerCutDisk, LuckKeepsSomeOfTheRest) {
  Disk disk;
  const TemporaryFolder folder;
  disk.apply({Kind::create, "a"});
  disk.apply({Kind::sync_folder, ""});
  for (int i = 0; i < 64; ++i) disk.apply({Kind::write, "a", i, "x"});
  std::mt19937_64 luck(7);
  disk.lay_out(folder.at("1"), &luck);
  const std::string text = text_of(folder.at("1/a"));
  EXPECT_NE(text.find('x'), std::string::npos);
  EXPECT_NE(text.find('\0'), std::string::npos);
}

}  // namespace
}  // namespace umikoe::stores
