// The writers behind open_writer().
#pragma once

#include "tables/table.h"

namespace liem::tables {

Result<std::unique_ptr<Writer>> open_csv(const std::string& path, const Heading& heading);
Result<std::unique_ptr<Writer>> open_xlsx(const std::string& path, const Heading& heading);

}  // namespace liem::tables
