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

bool lies_within(const std::filesystem::path& file, const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const auto inner = fs::weakly_canonical(fs::absolute(file), failed);
  const auto relative = inner.lexically_relative(fs::weakly_canonical(folder, failed));
  return !relative.empty() && *relative.begin() != "..";
}

CLI::Option* add_signing_key(CLI::App& command, std::string& file) {
  return command
      .add_option("--signing-key", file,
                  "file of the secret key; outside the data (LIEM_LEDGER_KEY)")
      ->envname("LIEM_LEDGER_KEY");
}

}  // namespace liem::app
