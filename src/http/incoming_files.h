#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace umikoe::http {

// A file on its way in. Destroyed before finish() it leaves nothing.
class IncomingFile {
 public:
  IncomingFile(IncomingFile&& other) noexcept;
  IncomingFile& operator=(IncomingFile&&) = delete;
  ~IncomingFile();

  // Errors: disk_full, file_unwritable.
  Result<void> write(std::span<const char> bytes);
  // The file under its own name; gives the word it is asked for by.
  Result<std::string> finish();

 private:
  friend class IncomingFiles;
  IncomingFile(std::string folder, std::string name, int file)
      : folder_(std::move(folder)), name_(std::move(name)), file_(file) {}
  std::string part() const { return folder_ + "/.part"; }

  std::string folder_;  // of this file alone; empty once moved from
  std::string name_;
  int file_;
  int64_t since_look_ = 0;  // bytes written since the free space was looked at
};

// An uploaded file that waits, for its import or for a person's answer.
struct WaitingFile {
  std::string id;
  std::string name;
  int64_t bytes = 0;

  bool operator==(const WaitingFile&) const = default;
};

// The folder of a world where uploaded files wait. Each lies in a folder of its own under its own
// name. It is not the store's tmp/, which the next writer empties. Any thread.
class IncomingFiles {
 public:
  explicit IncomingFiles(std::string folder) : folder_(std::move(folder)) {}

  // Removes what uploads that were cut off left behind. Call once, before the first upload.
  void sweep() const;
  // `bytes_expected` 0: not said. Errors: upload_name_invalid, disk_full, uploads_waiting_full,
  // file_unwritable.
  Result<IncomingFile> begin(const std::string& name, int64_t bytes_expected) const;
  // In order of name, then id.
  std::vector<WaitingFile> waiting() const;
  // Removes other waiting files with the same bytes: dropped again, a file still waits once.
  void remove_copies_of(const WaitingFile& file) const;
  Result<WaitingFile> find(const std::string& id) const;  // error upload_unknown
  std::string path_of(const WaitingFile& file) const;
  void remove(const WaitingFile& file) const;

 private:
  std::string folder_;
};

// The name of a file as a browser gives it, without folders. Error upload_name_invalid: empty,
// hidden, too long, or with a control character.
Result<std::string> upload_name(const std::string& written);

}  // namespace umikoe::http
