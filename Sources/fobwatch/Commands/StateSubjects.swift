import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// For whom a question about states is asked: the holder of one certification, or a person with a file.
struct HolderOptions: ParsableArguments {
  @Option(name: .long, help: "The certification held, like aama/cma or \"CMA (AAMA)\" (default: none).")
  var with: String?

  @Option(name: .long, help: "A person file in place of --with.")
  var person: String?

  func whom(_ base: KnowledgeBase, _ inquiry: Inquiry) throws -> (evidence: Evidence, words: Phrase) {
    if let person {
      if with != nil { throw ValidationError("expected --with or --person, found both") }
      let file = try Composition.person(person, base, today: inquiry.asOf)
      let name = file.name ?? person
      return (file.evidence, Phrase(name, name))
    }
    let holder = try assumed(base)
    return (holder.evidence(on: inquiry.day), holder.words(base))
  }

  /// Somebody who holds what --with names.
  func assumed(_ base: KnowledgeBase) throws -> Holder {
    guard let with else { return Holder(nil) }
    guard let found = base.credential(with) ?? base.credentials.first(where: { $0.mark == with }) else {
      let known = base.credentials.map { "\($0.id) = \($0.mark)" }.joined(separator: ", ")
      throw BadInput("unknown credential '\(with)' for --with; known here: \(known)")
    }
    return Holder(found.id)
  }
}

/// Names of states and tasks on the command line.
enum StateSubjects {
  /// `WA`, `us-wa` or `Washington`.
  static func state(_ name: String, _ base: KnowledgeBase) throws -> Jurisdiction {
    let wanted = name.lowercased()
    let found = base.jurisdictions.first {
      [$0.id, $0.code.lowercased(), $0.name.en.lowercased(), $0.name.es.lowercased()].contains(wanted)
    }
    guard let found else {
      throw BadInput(
        "unknown state '\(name)'; expected one of \(base.jurisdictions.map(\.code).joined(separator: ", "))")
    }
    return found
  }

  /// `venipuncture`, or a word people use for it.
  static func task(_ name: String, _ base: KnowledgeBase) throws -> PracticeTask {
    let wanted = name.lowercased()
    let found =
      base.task(wanted)
      ?? base.tasks.first { task in
        ([task.name.en, task.name.es, task.short.en, task.short.es] + task.aliases).contains {
          $0.lowercased() == wanted
        }
      }
    guard let found else {
      throw BadInput("unknown task '\(name)'; expected one of \(base.tasks.map(\.id).joined(separator: ", "))")
    }
    return found
  }
}
