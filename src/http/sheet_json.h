// A workbook that came back as docs/openapi.yaml shapes it: TakenSheet.
#pragma once

#include <boost/json/object.hpp>

#include "assessment/answer_sheets.h"
#include "base/messages.h"

namespace liem::http {

boost::json::object taken_json(const assessment::TakenSheet& taken, bool kept,
                               const Catalogue& words);

}  // namespace liem::http
