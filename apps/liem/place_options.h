// --data and --database, the same for every command that works on a province's data.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "storage/open_store.h"

namespace liem::app {

struct PlaceOptions {
  std::string data, database;

  void add_to(CLI::App& command, const std::string& about_data);
  storage::Place place() const { return {data, database}; }
  std::string shown() const { return storage::shown(place()); }
};

// Whether the file lies in the folder or below it, wherever links lead; also one still to be made.
bool lies_within(const std::filesystem::path& file, const std::filesystem::path& folder);

// --signing-key: where the secret key of the log, and of what is handed over signed, is kept.
CLI::Option* add_signing_key(CLI::App& command, std::string& file);

}  // namespace liem::app
