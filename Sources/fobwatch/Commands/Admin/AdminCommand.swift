import ArgumentParser

/// What whoever is at the machine can do for an installation.
struct AdminCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin",
    abstract: "Administrators, roles, organizations, keys, holds, the public address: at the machine itself.",
    discussion: """
      Whoever can read the data folder can do all of this; nothing of it opens anybody's record. What is changed becomes \
      an entry of the log. The server may go on meanwhile.
      """,
    subcommands: [
      AdminFirstCommand.self, AdminAccountsCommand.self, AdminRolesCommand.self, AdminGrantCommand.self,
      AdminRevokeCommand.self, AdminOrganizationCommand.self, AdminKeysCommand.self, AdminHoldCommand.self,
      AdminRetentionCommand.self, AdminDisableCommand.self, AdminEnableCommand.self, AdminFactorCommand.self,
      AdminDeleteCommand.self, AdminCheckAddressCommand.self,
    ])
}
