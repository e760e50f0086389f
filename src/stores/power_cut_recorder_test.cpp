#include <sqlite3.h>
#include <sys/stat.h>

#include <atomic>
#include <cstring>

#include "stores/power_cut.h"

namespace umikoe::stores {
namespace {

using Kind = DiskOperation::Kind;

bool exists(const std::string& path) {
  struct stat found = {};
  return ::stat(path.c_str(), &found) == 0;
}

std::string folder_of(const std::string& name) {
  const auto slash = name.find_last_of('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

// SQLite allocates this with the real file behind it.
struct RecordedFile {
  sqlite3_file base;
  DiskRecorder* recorder;
  std::string* name;     // empty: not recorded
  bool sync_folder_too;  // os_unix.c syncs a new journal's folder with the journal's first sync
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(RecordedFile));
}
RecordedFile* recorded(sqlite3_file* file) { return reinterpret_cast<RecordedFile*>(file); }

int x_close(sqlite3_file* file) {
  const int code = real(file)->pMethods->xClose(real(file));
  delete recorded(file)->name;
  return code;
}
int x_read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}
int x_write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  RecordedFile* f = recorded(file);
  if (f->recorder->full) return SQLITE_FULL;
  const int code = real(file)->pMethods->xWrite(real(file), bytes, count, offset);
  if (code == SQLITE_OK && !f->name->empty()) {
    f->recorder->record({Kind::write, *f->name, offset,
                         std::string(static_cast<const char*>(bytes), static_cast<size_t>(count))});
  }
  return code;
}
int x_truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int code = real(file)->pMethods->xTruncate(real(file), size);
  RecordedFile* f = recorded(file);
  if (code == SQLITE_OK && !f->name->empty()) {
    f->recorder->record({Kind::truncate, *f->name, size});
  }
  return code;
}
int x_sync(sqlite3_file* file, int flags) {
  const int code = real(file)->pMethods->xSync(real(file), flags);
  RecordedFile* f = recorded(file);
  if (code != SQLITE_OK || f->name->empty()) return code;
  f->recorder->record({Kind::sync_file, *f->name});
  if (f->sync_folder_too) f->recorder->record({Kind::sync_folder, folder_of(*f->name)});
  f->sync_folder_too = false;
  return code;
}
int x_file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int x_lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int x_unlock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int x_check_reserved_lock(sqlite3_file* file, int* out) {
  return real(file)->pMethods->xCheckReservedLock(real(file), out);
}
int x_file_control(sqlite3_file* file, int operation, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int x_sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int x_device_characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int x_shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}
int x_shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void x_shm_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int x_shm_unmap(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: the log's shared memory, but no memory mapping that would bypass the recorder.
const sqlite3_io_methods methods = {2,
                                    x_close,
                                    x_read,
                                    x_write,
                                    x_truncate,
                                    x_sync,
                                    x_file_size,
                                    x_lock,
                                    x_unlock,
                                    x_check_reserved_lock,
                                    x_file_control,
                                    x_sector_size,
                                    x_device_characteristics,
                                    x_shm_map,
                                    x_shm_lock,
                                    x_shm_barrier,
                                    x_shm_unmap,
                                    nullptr,
                                    nullptr};

}  // namespace

struct DiskRecorder::Vfs {
  sqlite3_vfs base = {};
  sqlite3_vfs* below = nullptr;
  DiskRecorder* recorder = nullptr;

  static Vfs* of(sqlite3_vfs* vfs) { return static_cast<Vfs*>(vfs->pAppData); }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out) {
    Vfs* self = of(vfs);
    const std::string name = path ? self->recorder->relative(path) : "";
    const bool fresh = path && !exists(path);
    RecordedFile* f = recorded(file);
    f->base.pMethods = nullptr;
    const int code = self->below->xOpen(self->below, path, real(file), flags, out);
    if (code != SQLITE_OK) return code;
    f->recorder = self->recorder;
    f->name = new std::string(name);
    f->sync_folder_too = (flags & SQLITE_OPEN_CREATE) != 0 &&
                         (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    f->base.pMethods = &methods;
    if (fresh && !name.empty()) self->recorder->record({Kind::create, name});
    return code;
  }
  static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    Vfs* self = of(vfs);
    const std::string name = self->recorder->relative(path);
    const bool there = exists(path);
    const int code = self->below->xDelete(self->below, path, sync_folder);
    if (code != SQLITE_OK || name.empty() || !there) return code;
    self->recorder->record({Kind::unlink, name});
    if (sync_folder) self->recorder->record({Kind::sync_folder, folder_of(name)});
    return code;
  }
};

DiskRecorder::DiskRecorder(std::string folder)
    : folder_(std::move(folder)), vfs_(std::make_unique<Vfs>()) {
  static std::atomic<int> made{0};
  vfs_name_ = "recording" + std::to_string(++made);
  vfs_->below = sqlite3_vfs_find(nullptr);
  vfs_->base = *vfs_->below;
  vfs_->base.pNext = nullptr;
  vfs_->base.szOsFile = static_cast<int>(sizeof(RecordedFile)) + vfs_->below->szOsFile;
  vfs_->base.zName = vfs_name_.c_str();
  vfs_->base.pAppData = vfs_.get();
  vfs_->base.xOpen = Vfs::open;
  vfs_->base.xDelete = Vfs::remove;
  vfs_->recorder = this;
  // The remaining entries of the default layer look at their own finder data only.
  vfs_->base.xAccess = [](sqlite3_vfs* v, const char* path, int flags, int* out) {
    return Vfs::of(v)->below->xAccess(Vfs::of(v)->below, path, flags, out);
  };
  vfs_->base.xFullPathname = [](sqlite3_vfs* v, const char* path, int size, char* out) {
    return Vfs::of(v)->below->xFullPathname(Vfs::of(v)->below, path, size, out);
  };
  sqlite3_vfs_register(&vfs_->base, 0);
}

DiskRecorder::~DiskRecorder() { sqlite3_vfs_unregister(&vfs_->base); }

std::string DiskRecorder::relative(const std::string& path) const {
  return path.starts_with(folder_ + "/") ? path.substr(folder_.size() + 1) : "";
}

void DiskRecorder::record(DiskOperation operation) { log.push_back(std::move(operation)); }

void DiskRecorder::acknowledge(int64_t delivery) { record({Kind::acknowledge, "", delivery}); }

FileLayer DiskRecorder::files() {
  const FileLayer below = real_files();
  FileLayer layer = below;
  layer.write = [this, below](const std::string& path, int64_t offset,
                              std::string_view bytes) -> Result<void> {
    if (full) return fail("disk_full", {{"path", path}});
    const bool fresh = !exists(path);
    UMIKOE_TRY(below.write(path, offset, bytes));
    if (fresh)
      record({Kind::create, relative(path)});
    else if (offset == 0)
      record({Kind::truncate, relative(path), 0});
    record({Kind::write, relative(path), offset, std::string(bytes)});
    return {};
  };
  layer.sync_file = [this, below](const std::string& path) -> Result<void> {
    UMIKOE_TRY(below.sync_file(path));
    record({Kind::sync_file, relative(path)});
    return {};
  };
  layer.rename = [this, below](const std::string& from, const std::string& to) -> Result<void> {
    UMIKOE_TRY(below.rename(from, to));
    record({Kind::rename, relative(from), 0, relative(to)});
    return {};
  };
  layer.sync_folder = [this, below](const std::string& path) -> Result<void> {
    UMIKOE_TRY(below.sync_folder(path));
    record({Kind::sync_folder, relative(path)});
    return {};
  };
  layer.unlink = [this, below](const std::string& path) -> Result<void> {
    const bool there = exists(path);
    UMIKOE_TRY(below.unlink(path));
    if (there) record({Kind::unlink, relative(path)});
    return {};
  };
  layer.make_folder = [this, below](const std::string& path) -> Result<void> {
    const bool there = exists(path);
    UMIKOE_TRY(below.make_folder(path));
    if (!there) record({Kind::make_folder, relative(path)});
    return {};
  };
  return layer;
}

}  // namespace umikoe::stores
