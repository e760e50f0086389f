#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "stores/file_layer.h"

// Test support: what the disk holds when the power goes, at any moment of a recorded run.
namespace umikoe::stores {

// One thing asked of the disk. Names are relative to the recorded folder.
struct DiskOperation {
  enum class Kind {
    create,  // an empty file, name not yet safe
    write,
    truncate,
    sync_file,
    rename,
    unlink,
    make_folder,
    sync_folder,
    acknowledge  // not of the disk: from here on the caller counts on delivery `size`
  };
  Kind kind;
  std::string name;
  int64_t offset = 0;      // of a write; the new size of a truncate; the delivery of an acknowledge
  std::string bytes = {};  // of a write; the new name of a rename
};

// Records a file layer and an SQLite file layer of its own name, both really working below.
class DiskRecorder {
 public:
  explicit DiskRecorder(std::string folder);
  ~DiskRecorder();
  DiskRecorder(const DiskRecorder&) = delete;
  DiskRecorder& operator=(const DiskRecorder&) = delete;

  FileLayer files();
  const std::string& vfs_name() const { return vfs_name_; }
  void acknowledge(int64_t delivery);
  void record(DiskOperation operation);
  // Empty when the path is outside the folder.
  std::string relative(const std::string& path) const;

  std::vector<DiskOperation> log;
  bool full = false;  // every write from now on fails for want of space

 private:
  struct Vfs;
  std::string folder_;
  std::string vfs_name_;
  std::unique_ptr<Vfs> vfs_;
};

// A disk that keeps apart what is safe from what is merely written. Syncing a file makes its bytes
// safe but not its name; syncing a folder makes its names safe, but no bytes.
class Disk {
 public:
  Disk();
  void apply(const DiskOperation& operation);

  // Lays out what a power cut now leaves. Without `luck` everything unsynced is gone; with it,
  // any unsynced write may have happened, in any order and torn at sectors, and names changed up
  // to any point of their folder's order.
  void lay_out(const std::string& folder, std::mt19937_64* luck) const;

 private:
  struct Change {
    bool truncates = false;
    int64_t offset = 0;
    std::string bytes;
  };
  struct File {
    bool is_folder = false;
    std::string safe;
    std::vector<Change> unsynced;
  };
  struct NameChange {
    std::string erased;  // empty: none
    std::string set;     // empty: none
    size_t file = 0;
  };
  size_t file_at(const std::string& name);
  void change_name(NameChange change);
  static void apply_change(std::string& bytes, const Change& change);
  static std::string surviving_bytes(const File& file, std::mt19937_64* luck);

  std::vector<File> files_;
  std::map<std::string, size_t> names_;                            // as programs see them
  std::map<std::string, size_t> safe_names_;                       // as a cut leaves them
  std::map<std::string, std::vector<NameChange>> unsynced_names_;  // by folder
};

}  // namespace umikoe::stores
