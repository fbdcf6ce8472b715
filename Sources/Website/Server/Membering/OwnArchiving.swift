import Cryptography
import Services
import Vocabulary

/// Everything that somebody keeps, as files.
extension MemberVisit {
  private var noArchive: Reply { site.missing(Address(.member(.account), language)) }

  /// Nil: there are no archives here.
  func archive(_ wallet: LiveWallet) -> OwnArchive? {
    guard let store = members.archive, let papers = members.papers else { return nil }
    return OwnArchive(store, papers: papers, choices: wallet.choices)
  }

  /// The memory of one archive, in bytes.
  private static let room = 3 * ArchiveFile.largest

  /// Others have theirs made now.
  private var later: Reply {
    site.page(ErrorPage(kind: .unavailable, address: Address(.member(route), language)))
  }

  // MARK: - Leaving

  func archivePage(_ wallet: LiveWallet) async throws -> Reply {
    guard archive(wallet) != nil else { return noArchive }
    _ = try recentPerson()
    return page(ArchivePage(token: formToken, hasHealth: wallet.health != nil).page(language))
  }

  /// Saves a part, or where there are several says how many.
  func saveArchive(_ form: Form, _ wallet: LiveWallet) async throws -> Reply {
    guard let archive = archive(wallet) else { return noArchive }
    let (person, withHealth) = (try person(), form[ArchivePage.health] != nil && wallet.health != nil)
    let parts = try await archive.parts(withHealth: withHealth, for: person, at: now)
    guard let wanted = form[ArchivePage.part].map({ Int($0) ?? 0 }) ?? (parts == 1 ? 1 : nil) else {
      return page(
        ArchivePage(token: formToken, hasHealth: wallet.health != nil, parts: (parts, withHealth)).page(language))
    }
    let bytes: [UInt8]?
    guard members.archiveRoom.take(Self.room) else { return later }
    defer { members.archiveRoom.giveBack(Self.room) }
    do {
      bytes = try await archive.part(wanted, withHealth: withHealth, for: person, at: now)
    } catch is ArchiveError {
      return later
    }
    guard let bytes else { return noArchive }
    let number = parts == 1 ? "" : "-\(wanted)-of-\(parts)"
    return Reply(
      headers: [
        ("Content-Type", "application/zip"),
        ("Content-Disposition", "attachment; filename=\"fobwatch-\(site.today())\(number).zip\""),
        ("Cache-Control", "no-store"),
      ], body: bytes)
  }

  // MARK: - Coming back

  func archiveReturnPage(_ wallet: LiveWallet) throws -> Reply {
    guard archive(wallet) != nil else { return noArchive }
    return page(ArchiveReturnPage(token: formToken).page(language))
  }

  /// Shows what an archive would add; with the hash of one that was shown, adds it.
  func returnArchive() async throws -> Reply {
    let type = inquiry.headers["content-type"] ?? ""
    let upload: Upload? = type.lowercased().hasPrefix("multipart/") ? try Upload(inquiry.body, contentType: type) : nil
    let form = try upload?.form ?? inquiry.form()
    guard isFormTheirs(form) else { return stale() }
    guard let archive = site.service.wallet(members).flatMap(archive) else { return noArchive }
    guard members.archiveRoom.take(Self.room) else { return later }
    defer { members.archiveRoom.giveBack(Self.room) }
    do {
      if let seen = form[ArchiveReturnPage.seen] { return try await takeArchive(seen, archive) }
      let file = upload?.sent.first { $0.name == "file" }?.file ?? Array((form["file"] ?? "").utf8)
      switch try await archive.look(file, for: person(), today: site.today(), at: now) {
      case .plan(let plan, let digest):
        return page(ArchiveReturnPage(token: formToken, planned: (plan, digest.description)).page(language))
      case .refused(let fault): return again(fault)
      case .full: return again(Self.fullArchive)
      case .tooManyUploads:
        return again(
          Phrase(
            "Other files of yours are on their way. Wait until they are done",
            "Otros archivos suyos están en camino. Espere a que terminen"))
      }
    } catch PaperIntakeError.busy {
      return later
    } catch is ArchiveError {
      return again(
        Phrase(
          "Something of yours changed meanwhile. Pick the file again",
          "Algo suyo cambió mientras tanto. Elija el archivo otra vez"))
    }
  }

  private func takeArchive(_ seen: String, _ archive: OwnArchive) async throws -> Reply {
    guard let digest = Hex.bytes(seen).flatMap({ Digest($0) }) else { return again(Self.notHeld) }
    switch try await archive.take(digest, for: person(), today: site.today(), at: now) {
    case .done: return redirect(.account)
    case .notHeld: return again(Self.notHeld)
    case .refused(let fault): return again(fault)
    case .full: return again(Self.fullArchive)
    }
  }

  private static let notHeld = Phrase(
    "This file is not here any more. Pick it again", "Este archivo ya no está aquí. Elíjalo otra vez")
  private static let fullArchive = Phrase(
    "You keep as much as can be; this would be more. Nothing was added",
    "Ya guarda el máximo; esto sería más. No se agregó nada")

  private func again(_ fault: ArchiveFault) -> Reply {
    let place = fault.place.isEmpty ? "" : " (\(fault.place))"
    return again(Phrase(fault.message.en + place, fault.message.es + place))
  }

  private func again(_ message: Phrase) -> Reply {
    let page = ArchiveReturnPage(token: formToken, errors: [FormError(field: "file", message: text(message))])
    return self.page(page.page(language), status: 422)
  }
}
