// --data and --database, the same for every command that works on a province's data.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "storage/open_store.h"

namespace liem::app {

struct PlaceOptions {
  std::string data, database;

  void add_to(CLI::App& command, const std::string& about_data);
  storage::Place place() const { return {data, database}; }
  std::string shown() const { return storage::shown(place()); }
};

}  // namespace liem::app
