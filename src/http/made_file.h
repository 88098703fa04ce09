// A file made to be sent: without a name on the disk once it is whole, and gone with its last user.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "http/body.h"

namespace liem::http {

// `write` puts the file at the path it is given. tables::errors::not_written.
Result<std::shared_ptr<const OpenFile>> make_file(
    const std::function<Result<void>(const std::string& path)>& write);

}  // namespace liem::http
