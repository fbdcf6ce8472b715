import ArgumentParser
import Foundation
import Knowledge
import Planning
import Rules
import Services
import Vocabulary

/// What every question takes: clocks, language, packs, form of the answer.
struct QuestionOptions: ParsableArguments {
  @Option(name: .customLong("as-of"), help: "The day the question is asked (default: today).")
  var asOf: String?

  @Option(name: .long, help: "The day it is about (default: the day asked).")
  var on: String?

  @Option(name: .long, help: "First day of an interval.")
  var from: String?

  @Option(name: .long, help: "Last day of the interval.")
  var to: String?

  @Option(name: .customLong("known-on"), help: "Only evidence known by this day.")
  var knownOn: String?

  @Option(name: .long, help: "The act asked about: application, examination, …")
  var act: String?

  @Option(name: .long, help: "An act on a day, like application=2027-01-15; may be repeated.")
  var pin: [String] = []

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  @Option(name: .long, help: "A folder of packs in place of those in the program.")
  var knowledge: String?

  @Option(name: .long, help: "The data folder of an installation: its edition of the packs and its confirmations.")
  var data: String?

  @Option(name: .long, help: "Answer only if this edition is loaded.")
  var edition: String?

  @Option(name: .long, help: "en or es (default: from LANG).")
  var lang: String?

  @Flag(name: .long, help: "JSON for programs.")
  var json = false

  func language() throws -> Language {
    if let lang {
      guard let language = Language(rawValue: lang) else {
        throw ValidationError("expected en or es for --lang, found '\(lang)'")
      }
      return language
    }
    return ProcessInfo.processInfo.environment["LANG"]?.hasPrefix("es") == true ? .spanish : .english
  }

  func base(_ portion: Portion = .answers) throws -> KnowledgeBase {
    let base = try Composition.knowledge(knowledge, data: data, portion)
    if let edition, edition != base.edition {
      throw BadInput(
        "expected edition \(edition), found \(base.edition): give the packs of that edition with --knowledge")
    }
    return base
  }

  /// Answers a question about credentials with the packs that its words name. What cannot be answered so is asked again
  /// of all packs: a refusal speaks for everything that is known.
  func answer<Answer>(naming words: [String], _ body: (KnowledgeBase) throws -> Answer) throws -> Answer {
    if knowledge == nil, let answer = try? body(try base(.naming(words))) { return answer }
    return try body(try base())
  }

  func inquiry() throws -> Inquiry {
    var inquiry = Inquiry(asOf: try day(asOf, "--as-of") ?? Composition.today(in: zone))
    inquiry.on = try day(on, "--on")
    if from != nil || to != nil {
      guard let first = try day(from, "--from"), let last = try day(to, "--to") else {
        throw ValidationError("expected both --from and --to")
      }
      guard first <= last else { throw BadInput("--to \(last) lies before --from \(first)") }
      inquiry.through = DayInterval(first, last)
    }
    inquiry.knownOn = try day(knownOn, "--known-on")
    inquiry.act = act
    for text in pin {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let day = try day(parts[1], "--pin") else {
        throw ValidationError("expected ACT=DAY for --pin, like application=2027-01-15; found '\(text)'")
      }
      inquiry.pins[parts[0]] = day
    }
    return inquiry
  }

  private func day(_ text: String?, _ option: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else {
      throw BadInput("expected a day like 2026-11-22 for \(option), found '\(text)'")
    }
    return day
  }
}

extension ParsableCommand {
  /// Runs the body; bad input goes to standard error with exit status 3.
  func answering(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as BadInput {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      throw ExitCode(3)
    } catch let error as DeterminationError {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      throw ExitCode(3)
    } catch let error as QuestionError {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      throw ExitCode(3)
    } catch let error as WhatIfError {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      throw ExitCode(3)
    }
  }
}
