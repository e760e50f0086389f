#pragma once

#include <set>
#include <string>
#include <vector>

#include "stores/file_layer.h"
#include "stores/sqlite.h"

namespace umikoe::stores {

// The paths of one world directory.
struct WorldPaths {
  std::string directory;

  std::string database() const { return directory + "/world.sqlite"; }
  std::string lock() const { return directory + "/world.lock"; }
  std::string segments() const { return directory + "/segments"; }
  std::string rollups() const { return directory + "/rollups"; }
  std::string temporary() const { return directory + "/tmp"; }
  std::string copies() const { return directory + "/copies"; }
  std::string maps() const { return directory + "/maps"; }
};

// What is in a folder, in order of name; nothing where there is no such folder.
std::vector<std::string> names_in(const std::string& folder);

// The numbered migrations this program knows: the n-th brings a world to schema n.
std::vector<const char*> all_migrations();

// What opening a world needs from outside; tests give their own to cut the power.
struct WorldSurroundings {
  FileLayer files = real_files();
  std::string vfs = {};                // SQLite's file layer; empty: the default one
  int64_t segment_rows_max = 500'000;  // keeps an import of any length near 300 MB
  int64_t compact_rows_max = 4'000'000;
  bool rollups = true;  // off: neither made nor asked, to compare answers with and without
  std::vector<const char*> migrations = all_migrations();
};

// world.lock, held by the one process that writes. The kernel drops it when the process dies.
class WriterLock {
 public:
  static Result<WriterLock> take(const WorldPaths& paths);  // error world_in_use
  WriterLock(WriterLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  ~WriterLock();

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_;
};

// Opens for reading; errors no_such_world, not_a_world, world_too_new, world_broken, and
// world_too_old, which only opening for writing once can mend.
Result<Sqlite> open_database_to_read(const WorldPaths& paths, const WorldSurroundings& around);

// Opens for writing, makes the world when there is none, and brings an older one up to date after
// copying it to copies/. Call with the lock held; the directory must exist.
Result<Sqlite> open_database_to_write(const WorldPaths& paths, const WorldSurroundings& around,
                                      const std::string& organisation_name);

// Makes the folders and removes what no delivery registered: leftovers of writers that died.
Result<void> sweep(Sqlite& database, const WorldPaths& paths, const FileLayer& files);

// Removes rollups of segments that are not among these. Who has one mapped keeps it.
Result<void> sweep_rollups(const WorldPaths& paths, const FileLayer& files,
                           const std::set<std::string>& segments);

}  // namespace umikoe::stores
