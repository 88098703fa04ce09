#include "assessment/notice_words.h"

namespace liem::assessment {
namespace {

const std::string& in(const Words& words, Locale locale) {
  return locale == Locale::vi ? words.vi : words.en;
}

std::string id_of(const Notice& notice) {
  switch (notice.kind) {
    case NoticeKind::work:
      return "notice." + notice.about;
    case NoticeKind::mention:
      return "notice.mention";
    case NoticeKind::reminder:
      return "notice.reminder";
  }
  return "";
}

}  // namespace

std::string sentence_of(const Notice& notice, const NoticeNames& names, const Catalogue& words,
                        Locale locale) {
  const auto say = [&](const std::string& id, Args args) {
    return words.render({id, std::move(args)}, locale);
  };
  const auto by =
      notice.for_name.empty()
          ? notice.by_name
          : say("notice.by_for", {{"name", notice.by_name}, {"principal", notice.for_name}});
  const auto& [unit, criterion] = notice.thing;
  const auto& unit_name = in(names.unit, locale);
  const auto what = unit.empty() ? in(names.round, locale)
                    : criterion.empty()
                        ? say("notice.file", {{"unit", unit_name}})
                        : say("notice.criterion", {{"criterion", criterion}, {"unit", unit_name}});
  Args args{{"by", by}, {"what", what}, {"round", in(names.round, locale)}, {"step", notice.step}};
  if (notice.due) args.emplace_back("due", to_vietnamese(*notice.due));
  return say(id_of(notice), std::move(args));
}

}  // namespace liem::assessment
