import CanonicalJSON
import Rules
public import Vocabulary

/// The ledger as a file of its owner: JSON with one way to write it. Texts that look as if they were about a patient are left out, and
/// how a preceptor can be reached stands there only while their consent does.
public enum ExternshipFile {
  /// The text of the file.
  public static func text(_ ledger: ExternshipLedger) -> String { json(ledger, contacts: true).text + "\n" }

  /// - Parameter contacts: whether it says how preceptors can be reached.
  static func json(_ ledger: ExternshipLedger, contacts: Bool) -> JSON {
    AccountEntries.object([
      ("externship_file", whole(1)), ("days", .array(ledger.lines.reversed().map(day))),
      ("sign_offs", .array(ledger.signOffs.reversed().map { signOff($0, contacts) })),
      ("letters", .array(ledger.letters.reversed().map(letter))),
    ])
  }

  private static func day(_ line: ExternshipLedger.Line) -> JSON {
    var object = content(line.content.cleared)
    object += [
      ("id", .string(line.id.text)), ("version", whole(line.version)),
      ("signed", .bool(line.standing.isSaidToBeSigned)),
    ]
    if !line.earlier.isEmpty {
      object.append(
        ("earlier", .array(line.earlier.map { AccountEntries.object(content($0.content.cleared)) })))
    }
    return AccountEntries.object(object)
  }

  private static func content(_ day: ExternshipDay) -> [(String, JSON?)] {
    let skills = day.skills.sorted { $0.key.rawValue < $1.key.rawValue }
    return [
      ("day", .string(RecordJSON.text(day.day))), ("hours", .string(day.hours.description)),
      ("site", text(day.site)), ("preceptor", text(day.preceptor)), ("note", day.note.map { .string($0) }),
      ("skills", AccountEntries.object(skills.map { ($0.key.rawValue, whole($0.value)) })),
    ]
  }

  private static func signOff(_ kept: KeptSignOff, _ contacts: Bool) -> JSON {
    let signOff = kept.signOff
    return AccountEntries.object([
      ("at", .string(String(kept.at.microseconds))), ("name", .string(signOff.name)), ("role", .string(signOff.role)),
      ("signed", .bool(signOff.isSigned)), ("declined", signOff.declined.map { .string($0) }),
      ("reference", contacts ? kept.contact.map { .string($0) } : nil),
      (
        "days",
        .array(
          signOff.items.map {
            AccountEntries.object([("id", .string($0.day.text)), ("version", whole($0.version))])
          })
      ),
    ])
  }

  private static func letter(_ letter: ExperienceLetter) -> JSON {
    AccountEntries.object([
      ("from", text(letter.clearedFrom)),
      (
        "steps",
        .array(
          letter.steps.map {
            AccountEntries.object([
              ("event", .string($0.event.rawValue)), ("day", .string(RecordJSON.text($0.day))),
            ])
          })
      ),
    ])
  }

  private static func text(_ text: String) -> JSON? { text.isEmpty ? nil : .string(text) }
  private static func whole(_ number: Int) -> JSON? { JSONNumber(whole: Int64(number)).map { .number($0) } }
}

extension Externship {
  /// The ledger as a file.
  ///
  /// - Throws: `Refusal` when they have not just shown who they are; `LogError`.
  public func file(for signedIn: SignedIn, at now: Instant) async throws -> String {
    try require(signedIn, .export, now)
    return ExternshipFile.text(try await ledger(for: signedIn, at: now))
  }
}
