// A desk at the terminal: whoever owns the data works for an account.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "assessment/round_work.h"
#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/shipped.h"

namespace liem::app {

// Whose work it is, and where.
struct OfficeOptions {
  PlaceOptions place;
  std::string province, as;
};

// What a command works with, kept for as long as it takes.
struct WorkPlace {
  std::unique_ptr<assessment::Store> store;
  std::unique_ptr<assessment::Library> library;
  assessment::Viewer viewer;
  workflow::Workflow flow;
  workflow::Notices notices;
};

std::expected<WorkPlace, Problems> open_work(const Context& context, const OfficeOptions& options);

// A command with these options.
CLI::App* add_office_command(CLI::App& group, const char* name, const char* about,
                             OfficeOptions& options);

// Runs `what` at the desk of the place; its refusal is told.
template <class What>
int at_work(const Context& context, const OfficeOptions& options, What what) {
  auto place = open_work(context, options);
  if (!place) return refuse(context, place.error());
  const assessment::Desk desk{*place->store, *place->library, place->viewer};
  const Result<void> done =
      what(assessment::WorkDesk{desk, place->flow, place->notices, system_now()});
  return done ? 0 : refuse(context, {done.error()});
}

}  // namespace liem::app
