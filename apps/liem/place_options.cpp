#include "liem/place_options.h"

namespace liem::app {

void PlaceOptions::add_to(CLI::App& command, const std::string& about_data) {
  command.add_option("--data", data, about_data)->required();
  // The environment keeps a password out of the list of processes.
  command
      .add_option("--database", database,
                  "postgresql://USER@HOST/NAME where rows are kept there and not in the folder "
                  "(LIEM_DATABASE)")
      ->envname("LIEM_DATABASE");
}

}  // namespace liem::app
