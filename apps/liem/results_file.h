// JSON Lines, one object a file read: {"source": {...}, "reading": {...}} or {"source", "error"}.
// A run that was cut short goes on where it stopped; the last line about a file counts.
#pragma once

#include <boost/json.hpp>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"

namespace liem::app {

// Tells whether a file is the one that was read: its path, size and time of last change.
struct FileMark {
  std::string path;
  std::uintmax_t bytes = 0;
  std::string modified;  // nanoseconds since the file clock's start
  bool operator==(const FileMark&) const = default;
};

// Nothing for what is no regular file: it is read every time.
std::optional<FileMark> mark_of(const std::string& path);
boost::json::object to_json(const FileMark& mark);

class ResultsFile {
 public:
  // Reads what a former run left and cuts off a line it could not finish. Refuses a file that
  // holds anything else, so that a name mistyped costs nothing.
  static Result<ResultsFile> open(const std::string& path);

  // Read without error and unchanged since.
  bool holds(const FileMark& mark) const;
  // One line, on disk before the next file's.
  Result<void> append(const boost::json::object& line);

 private:
  ResultsFile(std::string path, std::FILE* file)
      : path_(std::move(path)), file_(file, &std::fclose) {}

  std::string path_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::map<std::string, FileMark> done_;
};

}  // namespace liem::app
