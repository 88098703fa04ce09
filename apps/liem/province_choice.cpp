#include "liem/province_choice.h"

namespace liem::app {

namespace errors {
constexpr ErrorCode no_round{"app.no_round", ErrorKind::not_found};
constexpr ErrorCode which_province{"app.which_province", ErrorKind::bad_input};
}  // namespace errors

Result<std::string> choose_province(assessment::Store& store, const std::string& folder,
                                    const std::string& named) {
  const auto known = store.provinces();
  if (!known) return std::unexpected(known.error());
  if (known->empty()) return fail(errors::no_round, {{"folder", folder}});
  std::string names;
  for (const auto& province : *known) {
    if (province == named || (known->size() == 1 && named.empty())) return province;
    names.append(names.empty() ? "" : ", ").append(province);
  }
  return fail(errors::which_province, {{"folder", folder}, {"provinces", names}});
}

}  // namespace liem::app
