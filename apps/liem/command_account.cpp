// Accounts at the server's own terminal: the way back in for who lost a password or a telephone.
#include <fmt/format.h>
#include <sodium.h>

#include "assessment/account_desk.h"
#include "assessment/delegation.h"
#include "base/vietnam_time.h"
#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/province_choice.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"

namespace liem::app {

namespace errors {
constexpr ErrorCode no_such_role{"account.no_such_role", ErrorKind::bad_input};
constexpr ErrorCode no_randomness{"account.no_randomness", ErrorKind::unavailable};
}  // namespace errors

namespace {

struct AccountOptions {
  PlaceOptions place;
  std::string province, account, name, role, unit;
  std::string issuer, subject;
};

class AccountCommand {
 public:
  AccountCommand(const Context& context, const AccountOptions& options)
      : context_(context), options_(options) {}

  // Opens the store and runs `work` on it; the exit code.
  template <class Work>
  int run(Work work) {
    const auto done = opened(work);
    return done ? 0 : refuse(context_, {done.error()});
  }
  void say(std::string id, Args args = {}) const {
    fmt::print("{}\n",
               context_.catalogue.render({std::move(id), std::move(args)}, context_.locale));
  }

 private:
  template <class Work>
  Result<void> opened(Work work) {
    if (sodium_init() < 0) return fail(errors::no_randomness);
    const auto store = storage::open_store(options_.place.place(), storage::Access::existing);
    if (!store) return std::unexpected(store.error());
    const auto province = choose_province(**store, options_.place.shown(), options_.province);
    if (!province) return std::unexpected(province.error());
    const assessment::RandomBytes random = &system_random;
    return work(assessment::AccountDesk{**store, *province, terminal_user(), system_now(), random});
  }

  const Context& context_;
  const AccountOptions& options_;
};

Result<void> list(const AccountCommand& command, const assessment::AccountDesk& desk) {
  const auto all = desk.store.accounts().all(desk.province);
  if (!all) return std::unexpected(all.error());
  const auto identities = desk.store.identities().all(desk.province);
  if (!identities) return std::unexpected(identities.error());
  for (const auto& account : *all) {
    command.say("account.line", {{"account", account.account},
                                 {"name", account.name},
                                 {"role", std::string(assessment::name_of(account.role))},
                                 {"unit", account.unit}});
    if (account.disabled) command.say("account.is_disabled");
    if (account.second_step) command.say("account.has_second_step");
    if (account.password_due) command.say("account.password_due");
    for (const auto& identity : *identities) {
      if (identity.account != account.account) continue;
      command.say("account.has_identity",
                  {{"issuer", identity.issuer}, {"subject", identity.subject}});
    }
  }
  return {};
}

Result<void> say_password(const AccountCommand& command, const AccountOptions& options,
                          const Result<std::string>& password) {
  if (!password) return std::unexpected(password.error());
  command.say("account.one_time_password", {{"account", options.account}, {"password", *password}});
  return {};
}

Result<void> add(const AccountCommand& command, const AccountOptions& options,
                 const assessment::AccountDesk& desk) {
  const auto role = assessment::role_of(options.role);
  if (!role) return fail(errors::no_such_role, {{"role", options.role}});
  const assessment::Account account{options.account, options.name, *role, options.unit, ""};
  return say_password(command, options, assessment::add_account(desk, account));
}

Result<void> set_standing(const AccountCommand& command, const AccountOptions& options,
                          const assessment::AccountDesk& desk, assessment::Standing standing) {
  auto done = assessment::set_standing(desk, options.account, standing);
  if (!done) return done;
  command.say(standing == assessment::Standing::disabled ? "account.disabled" : "account.enabled",
              {{"account", options.account}});
  return {};
}

Result<void> remove_second_step(const AccountCommand& command, const AccountOptions& options,
                                const assessment::AccountDesk& desk) {
  auto done = assessment::remove_second_step_of(desk, options.account);
  if (done) command.say("account.second_step_removed", {{"account", options.account}});
  return done;
}

Result<void> link(const AccountCommand& command, const AccountOptions& options,
                  const assessment::AccountDesk& desk) {
  auto done =
      assessment::link_identity(desk, {options.issuer, options.subject, options.account, {}});
  if (!done) return done;
  command.say(
      "account.linked",
      {{"account", options.account}, {"issuer", options.issuer}, {"subject", options.subject}});
  return {};
}

Result<void> unlink(const AccountCommand& command, const AccountOptions& options,
                    const assessment::AccountDesk& desk) {
  auto done = assessment::unlink_identity(desk, options.account);
  if (done) command.say("account.unlinked", {{"account", options.account}});
  return done;
}

Result<void> list_delegations(const AccountCommand& command, const assessment::AccountDesk& desk) {
  const auto all = desk.store.delegations().all(desk.province);
  if (!all) return std::unexpected(all.error());
  if (all->empty()) command.say("account.no_delegations");
  for (const auto& one : *all) {
    const auto principal = desk.store.account(desk.province, one.principal);
    if (!principal) return std::unexpected(principal.error());
    LIEM_CHECK(principal->has_value());  // accounts are never deleted
    const auto state = assessment::state_of(one, **principal, day_in_vietnam(desk.now));
    command.say("account.delegation", {{"delegate", one.delegate},
                                       {"principal", one.principal},
                                       {"role", std::string(assessment::name_of(one.role))},
                                       {"unit", one.unit},
                                       {"from", to_iso(one.from)},
                                       {"to", to_iso(one.to)},
                                       {"state", std::string(assessment::name_of(state))}});
    command.say("account.delegation_reason", {{"reason", one.reason}});
    if (!one.document.empty()) {
      command.say("account.delegation_document", {{"document", one.document}});
    }
    if (one.made_by != one.principal)
      command.say("account.delegation_made_by", {{"by", one.made_by}});
    if (one.ended) command.say("account.delegation_ended_by", {{"by", one.ended_by}});
  }
  return {};
}

using Options = std::shared_ptr<AccountOptions>;

template <class Work>
CLI::App* add_one(CLI::App& group, Run& run, const Options& options, const std::string& name,
                  const std::string& about, Work work) {
  auto* added = group.add_subcommand(name, about);
  options->place.add_to(*added, "folder of the data");
  added->add_option("--province", options->province, "where the data holds several");
  added->callback([&run, options, work] {
    run = [options, work](const Context& context) {
      AccountCommand command(context, *options);
      return command.run(
          [&](const assessment::AccountDesk& desk) { return work(command, *options, desk); });
    };
  });
  return added;
}

template <class Work>
CLI::App* add_of_account(CLI::App& group, Run& run, const Options& options, const std::string& name,
                         const std::string& about, Work work) {
  auto* added = add_one(group, run, options, name, about, work);
  added->add_option("account", options->account, "name of the account")->required();
  return added;
}

}  // namespace

void add_account(CLI::App& root, Run& run) {
  using assessment::AccountDesk;
  auto* group = root.add_subcommand("account", "accounts: make, list, let in again, shut out");
  group->require_subcommand(1);
  const auto options = std::make_shared<AccountOptions>();
  add_one(*group, run, options, "list", "every account and how it stands",
          [](const AccountCommand& command, const AccountOptions&, const AccountDesk& desk) {
            return list(command, desk);
          });
  auto* made =
      add_of_account(*group, run, options, "add", "make one with a one-time password", &add);
  made->add_option("--name", options->name, "its holder's name")->required();
  made->add_option(
          "--role", options->role,
          "clerk, head, inspector, committee, reviewer, tip_officer, auditor or administrator")
      ->required();
  made->add_option("--unit", options->unit, "id of its unit")->required();
  add_of_account(
      *group, run, options, "password",
      "give it a one-time password; ends its sessions, revokes its tokens",
      [](const AccountCommand& command, const AccountOptions& given, const AccountDesk& desk) {
        return say_password(command, given, assessment::reset_password(desk, given.account));
      });
  for (const auto standing : {assessment::Standing::disabled, assessment::Standing::enabled}) {
    const bool out = standing == assessment::Standing::disabled;
    add_of_account(*group, run, options, out ? "disable" : "enable",
                   out ? "shut it out at once; nothing of it is deleted" : "let it in again",
                   [standing](const AccountCommand& command, const AccountOptions& given,
                              const AccountDesk& desk) {
                     return set_standing(command, given, desk, standing);
                   });
  }
  auto* linked = add_of_account(
      *group, run, options, "link",
      "let its holder sign in at the province's provider, by the name he has there", &link);
  linked->add_option("--subject", options->subject, "what the provider calls its holder (sub)")
      ->required();
  linked->add_option("--issuer", options->issuer, "the provider, as oidc.issuer (LIEM_OIDC_ISSUER)")
      ->envname("LIEM_OIDC_ISSUER")
      ->required();
  add_of_account(*group, run, options, "unlink",
                 "take it off the province's provider; sessions that began there end", &unlink);
  add_of_account(*group, run, options, "remove-second-step",
                 "ask for the password alone, where telephone and recovery codes are lost",
                 &remove_second_step);
  auto* delegation = group->add_subcommand("delegation", "who acts for whom, on which days");
  delegation->require_subcommand(1);
  add_one(*delegation, run, options, "list", "every delegation there ever was, newest first",
          [](const AccountCommand& command, const AccountOptions&, const AccountDesk& desk) {
            return list_delegations(command, desk);
          });
}

}  // namespace liem::app
