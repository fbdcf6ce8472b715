import Cryptography
import Foundation
import Intake
import Knowledge
import Services
import Storage
import Vocabulary
import Website

/// The database of a server, opened and in its newest form, with what works on it.
struct ServerDatabase: Sendable {
  let open: OpenDatabase
  let sealed: SealedDatabase
  let accounts: Accounts

  /// Opens a database, makes it when it is a file that is not there, and brings it forward.
  ///
  /// - Parameter data: the data folder: its keys are in `keys`.
  /// - Throws: `BadInput`, `NotNow`, which say what to do.
  init(_ address: DatabaseAddress, data: String, at now: Instant) async throws {
    do {
      open = try await OpenDatabase(address, at: now)
    } catch StorageError.unavailable(let why) {
      throw NotNow(
        "The database cannot be reached: \(why). Nothing was changed. Look whether it runs and whether its address is right, "
          + "then start again.")
    } catch let error as StorageError {
      throw Self.startError(error)
    }
    do {
      let ring = try KeyRing(folder: "\(data)/keys")
      sealed = try await SealedDatabase(open.engine, ring, at: now)
      accounts = try Composition.accounts(sealed, ring, in: data)
      // The first thing that is written: a database that can only be read is found out by it.
      try await open.jobs.add(hourly.map { $0.draft(at: now) }, at: now)
    } catch {
      await open.engine.close()
      throw Self.startError(error)
    }
  }

  private static func startError(_ error: any Error) -> any Error {
    (error as? StorageError)?.canPass == true ? NotNow("\(error)") : BadInput("\(error)")
  }

  /// What is done each hour.
  var hourly: [RegularJob] {
    [CheckpointJob.hourly(sealed.checkpoints), HousekeepingJob.hourly(accounts, open.jobs, papers: sealed.papers)]
  }

  /// Adds to a server what needs the database.
  ///
  /// - Parameters:
  ///   - base: by whose rules people are reminded.
  ///   - checks: how long a check with an issuer counts.
  ///   - home: where visitors find it; nil: where it is reached from this machine.
  ///   - posting: how mails are sent whose links lead to an address.
  func add(
    to configuration: inout WebServer.Configuration, _ base: KnowledgeBase, checks: CheckPolicy, home: String?,
    posting: @escaping @Sendable (String) -> Posting
  ) {
    let log = configuration.operation.log
    if !open.migrated.isEmpty { log.say(.info, "database-brought-forward", [.number("steps", open.migrated.count)]) }
    let listed = accounts.passwords.policy.listedCount
    if configuration.secureCookies, listed < PasswordFile.wanted {
      log.say(.warning, "few-listed-passwords", [.number("listed", listed), .number("wanted", PasswordFile.wanted)])
    }
    let papers = Papers(
      sealed.papers, health: sealed.healthPapers, evidence: sealed.evidence, intake: ChildIntake())
    let reminders = Composition.reminders(base, sealed, accounts)
    configuration.members = { [accounts, sealed, executor = open.engine.executor] address in
      Members(
        accounts: accounts, evidence: sealed.evidence, health: sealed.health, roadmaps: sealed.roadmaps,
        papers: papers, reminders: reminders, pageLooks: sealed.pageLooks, archive: sealed.archive,
        checkPolicy: checks, hookPolicy: posting(home ?? address).hooks, executor: executor,
        home: home ?? address, now: Composition.now)
    }
    configuration.operation.readiness.append(ReadinessCheck("database") { [open] in try await open.ask() })
    configuration.operation.readiness.append(
      ReadinessCheck("reminders", telling: "Nobody has looked for a day whom to remind: see fobwatch remind audit.") {
        if try await reminders.isLate(at: Composition.now()) { throw ReminderError.late }
      })
    configuration.operation.jobs = { [open] in
      let counts = (try? await open.jobs.counts()) ?? []
      return Dictionary(grouping: counts, by: \.state).map { state, counts in
        Website.JobCount(state: state.rawValue, count: counts.reduce(0) { $0 + $1.count })
      }
    }
    configuration.operation.work = { [self] address in
      await withDiscardingTaskGroup { group in
        if let watch = AddressWatch(home, log: log) { group.addTask { await watch.run() } }
        group.addTask { await work(posting(home ?? address), reminders, log) }
      }
    }
    configuration.operation.atEnd = { [open] in await open.engine.close() }
  }
}
