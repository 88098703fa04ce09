// The files a command line names: files as they are, folders with all that is below them.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace liem::app {

struct FileWalk {
  std::vector<std::string> files;  // in the order named; those of a folder sorted by path
  bool walked = false;             // a folder was among the names
  std::vector<Error> problems;     // folders that could not be listed
};

// Below a folder, hidden files and the lock files of office programs ("~$...") are passed over,
// and links to folders are not followed.
FileWalk walk_files(const std::vector<std::string>& names);

}  // namespace liem::app
