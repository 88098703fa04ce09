#include "liem/work_place.h"

#include "liem/office.h"
#include "liem/province_choice.h"

namespace liem::app {

std::expected<WorkPlace, Problems> open_work(const Context& context, const OfficeOptions& options) {
  WorkPlace out;
  auto store = listed(storage::open_store(options.place.place(), storage::Access::existing));
  if (!store) return std::unexpected(store.error());
  const auto province = listed(choose_province(**store, options.place.shown(), options.province));
  if (!province) return std::unexpected(province.error());
  auto viewer = listed(office_of(**store, *province, options.as));
  if (!viewer) return std::unexpected(viewer.error());
  auto flow = shipped_workflow(context.share);
  if (!flow) return std::unexpected(flow.error());
  auto notices = shipped_notices(context.share, *flow);
  if (!notices) return std::unexpected(notices.error());
  auto library = listed(new_library(context.share));
  if (!library) return std::unexpected(library.error());
  out.store = std::move(*store);
  out.library = std::move(*library);
  out.viewer = std::move(*viewer);
  out.flow = std::move(*flow);
  out.notices = std::move(*notices);
  return out;
}

CLI::App* add_office_command(CLI::App& group, const char* name, const char* about,
                             OfficeOptions& options) {
  auto* command = group.add_subcommand(name, about);
  options.place.add_to(*command, "folder of the data");
  command->add_option("--province", options.province,
                      "id of the province, where the data holds several");
  command->add_option("--as", options.as, "the account whose work it is; the log names both")
      ->required();
  return command;
}

}  // namespace liem::app
