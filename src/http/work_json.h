// A round's work as docs/openapi.yaml shapes it: RoundWork, UnitWork, Waiting and what they hold.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "assessment/hand_in.h"
#include "assessment/round_work.h"
#include "assessment/work_acts.h"
#include "base/messages.h"

namespace liem::http {

class WorkWriter {
 public:
  WorkWriter(const workflow::Workflow& flow, const Catalogue& words) : flow_(flow), words_(words) {}

  boost::json::object round(const assessment::RoundWork& work) const;
  boost::json::object unit(const assessment::UnitWork& work) const;
  boost::json::array waiting(const std::vector<assessment::Waiting>& all) const;
  boost::json::object done(const std::vector<assessment::ActRow>& rows) const;
  boost::json::array versions(const std::vector<assessment::VersionView>& all) const;
  boost::json::object verdict(const assessment::JudgedEvidence& verdict) const;
  boost::json::array obstacles(const Problems& found) const;

 private:
  Words in_both(const std::string& id) const;
  boost::json::object act(const assessment::WorkAct& act) const;
  boost::json::array acts(const std::vector<assessment::PossibleAct>& all) const;
  boost::json::array history(const std::vector<const assessment::WorkAct*>& all) const;
  boost::json::array steps(const std::vector<assessment::StepDue>& deadlines,
                           std::string_view unit) const;
  boost::json::object criterion(const assessment::UnitWork& work,
                                const assessment::CriterionWork& one) const;
  boost::json::object file(const assessment::FileStanding& one) const;

  const workflow::Workflow& flow_;
  const Catalogue& words_;
};

}  // namespace liem::http
