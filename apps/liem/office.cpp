#include "liem/office.h"

#include "assessment/reach.h"
#include "liem/terminal_user.h"

namespace liem::app {

Result<assessment::Viewer> office_of(assessment::Store& store, const std::string& province,
                                     const std::string& name) {
  const auto account = store.account(province, name);
  if (!account) return std::unexpected(account.error());
  if (!*account || (*account)->disabled) {
    return fail(assessment::errors::account_unknown, {{"account", name}});
  }
  assessment::Viewer viewer{province, terminal_user(), terminal_user(), (*account)->role,
                            (*account)->unit};
  viewer.acting_for = {(*account)->account, (*account)->name, {}, {}};
  return assessment::with_units_below(store, std::move(viewer));
}

}  // namespace liem::app
