import CanonicalJSON
import Vocabulary

/// Looks at pages of bodies as a file of an archive.
enum ArchiveLooks {
  static func file(_ looks: [PageLook]) -> [UInt8] {
    var file = JSONObject()
    file["looks_file"] = 1
    file["looks"] = .array(
      looks.map { look in
        var object = JSONObject()
        object["credential"] = .string(look.credential)
        object["page"] = .string(look.page)
        object["url"] = .string(look.url)
        object["day"] = .string(look.day.description)
        return .object(object)
      })
    return JSON.object(file).bytes
  }

  static func looks(_ bytes: [UInt8], _ name: String) throws(ArchiveFault) -> [PageLook] {
    let file = try ArchiveFile.object(bytes, name, keys: ["looks_file", "looks"])
    guard file["looks_file"]?.asWhole == 1 else { throw .badValue(name + "/looks_file") }
    guard let list = file["looks"]?.asArray, list.count <= PageLook.most else { throw .badValue(name + "/looks") }
    var looks: [PageLook] = []
    for (index, json) in list.enumerated() {
      let place = "\(name)/looks/\(index)"
      guard let object = json.asObject, object.keys.count == 4, let credential = object["credential"]?.asString,
        let page = object["page"]?.asString, let url = object["url"]?.asString,
        let day = object["day"]?.asString.flatMap({ CivilDate($0) }), day.description == object["day"]?.asString,
        [credential, page].allSatisfy({ isWord($0) }), isAddress(url)
      else { throw .badValue(place) }
      guard !looks.contains(where: { $0.credential == credential && $0.page == page }) else { throw .twice(place) }
      looks.append(PageLook(credential: credential, page: page, url: url, day: day))
    }
    return looks
  }

  /// Whether a text is a short word of signs that show.
  static func isWord(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
  }

  private static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count <= 2_000
      && text.utf8.allSatisfy { (33...126).contains($0) }
  }
}
