import Foundation
import Services
import Synchronization
import Testing
import Vocabulary

@testable import Website

@Suite("Every route, for everybody, with one's own and with others' identifiers", .serialized)
struct WalkTests {
  @Test("every address has its lines in the table, and every line an address")
  func complete() throws {
    var methods: [String: Set<String>] = [:]
    for step in WalkStep.all {
      let names = [
        "own", "other", "victim", "account", "held", "minor", "paper", "health-paper", "upload", "draft", "draft-page",
        "record-of-person", "health-of-person", "externship-day", "letter", "sign-off-link", "school", "coached",
      ].map { "{\($0)}" }
      var path = names.reduce(step.address) { $0.replacing($1, with: "AAAAAAAAAAAAAAAAAAAAAA") }
      for token in ["nowhere", "sign-off", "sign-up", "reset", "address", "invitation", "guardian"] {
        path = path.replacing("{\(token)}", with: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
      }
      let address = try #require(Address(path: path), "\(step.address)")
      var key = RoutePattern(address.route).text
      if case .member(.administer(_, let act)) = address.route { key += act.rawValue }
      methods[key, default: []].insert(step.method)
    }
    for route in RouteTests.routes + WalkedRoute.members.map(Route.member) {
      var key = RoutePattern(route).text
      if case .member(.administer(_, let act)) = route { key += act.rawValue }
      for method in WalkedRoute.sample(route) { #expect(methods[key]?.contains(method) == true, "\(method) \(key)") }
    }
  }

  @Test("a route of people with accounts, printed and read again, is the same", arguments: Language.allCases)
  func roundTrip(_ language: Language) throws {
    for route in WalkedRoute.members {
      let parts = Address(.member(route), language).text.split(separator: "?", maxSplits: 1).map(String.init)
      let form = try Form(urlEncoded: Array((parts.count > 1 ? parts[1] : "").utf8))
      let query = Dictionary(form.fields.map { ($0.name, $0.value) }) { first, _ in first }
      #expect(Address(path: parts[0], query: query) == Address(.member(route), language))
    }
  }

  @Test("everybody gets at every address what the table says, and nothing personal is stored")
  func walk() async throws {
    try await MemberFixture.withScratch { scratch in
      let folder = "\(scratch)/world"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      let world = try await WalkWorld(in: folder)
      // A part of everybody at a time: each needs copies of its own.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, people) in world.people.chunked(6).enumerated() {
          for isRecent in [true, false] {
            group.addTask {
              try await Walk(world: world, isRecent: isRecent, scratch: "\(scratch)/\(index)-\(isRecent)").go(people)
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }
}

/// Somebody's way through the table.
struct Walk {
  let world: WalkWorld
  let isRecent: Bool
  /// Where copies of the world are.
  let scratch: String

  func go(_ people: [WalkPerson]) async throws {
    for person in people {
      var steps = WalkStep.all[...]
      // A copy of the world serves until somebody has changed it.
      while !steps.isEmpty {
        try? FileManager.default.removeItem(atPath: scratch)
        try FileManager.default.copyItem(atPath: world.folder, toPath: scratch)
        let fixture = try await MemberFixture(scratch, lookup: world.lookup)
        if !isRecent { fixture.pass(2000) }
        let count = Mutex(0)
        try await fixture.closing { fixture in
          for step in steps {
            count.withLock { $0 += 1 }
            let expected = step.expected(person, isRecent: isRecent)
            let reply = await ask(step, person, fixture.site)
            let found = WalkStep.word(reply)
            // Some forms lead to the sign-in when all is well.
            let isSame = found == expected || (expected == "done" && found == "sign-in" && leadsToSignIn(step))
            #expect(
              isSame, "\(person.name), \(isRecent ? "recent" : "later"): \(step): \(found) in place of \(expected)")
            if step.address.hasPrefix("/account") || step.address.hasPrefix("/coaching")
              || step.address.hasPrefix("/organizations")
              || step.address.hasPrefix("/administration")
            {
              #expect(["no-store", nil].contains(reply["Cache-Control"]) || reply.status >= 400, "\(step)")
            }
            if WalkStep.changes(step.method, found) || WalkStep.changes(step.method, expected) { return }
          }
        }
        steps = steps.dropFirst(count.withLock { $0 })
      }
    }
    try? FileManager.default.removeItem(atPath: scratch)
  }

  private func leadsToSignIn(_ step: WalkStep) -> Bool {
    ["/forgotten/{reset}", "/new-address/{address}"].contains(step.address)
  }

  private func ask(_ step: WalkStep, _ person: WalkPerson, _ site: Site) async -> Reply {
    let browser = MemberBrowser(site: site, language: .english)
    var fields = step.filled(step.fields, for: person, in: world)
    if let session = person.session {
      browser.cookies["fob-session"] = session
      if step.method == "POST" { fields += "&form=\(FormToken.text(session: session))" }
    }
    var inquiry = browser.inquiry(step.filled(step.address, for: person, in: world), method: step.method, body: fields)
    if step.method == "PATCH" {
      inquiry.headers["form-token"] = person.session.map { FormToken.text(session: $0) }
      inquiry.headers["upload-offset"] = "0"
    }
    return await site.reply(to: inquiry)
  }
}

extension [WalkPerson] {
  /// Parts of at most so many.
  fileprivate func chunked(_ count: Int) -> [[WalkPerson]] {
    stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
  }
}
