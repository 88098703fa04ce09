// A list as a file on standard output.
#pragma once

#include "tables/table.h"

namespace liem::app {

// As bytes, for the shell to put somewhere.
Result<void> print_table(const tables::Table& table, tables::Format format);

}  // namespace liem::app
