public import Vocabulary

/// A roster as it was sent: the sheet and how to read it.
public struct RosterRequest: Sendable, Hashable {
  /// The largest sheet that is taken, in bytes.
  public static let largest = 3 << 20

  /// A requirement set: `sample-clinic`.
  public var set: String
  public var from: CivilDate?
  public var to: CivilDate?
  /// `us-wa`; empty: the sheet says.
  public var state: String
  /// `month-first` or `day-first`; empty: the sheet proves it.
  public var dates: String
  /// `2000` or `1900`; empty: years have four digits.
  public var century: String
  /// What columns hold, by their number, 1-based, where the user says.
  public var columns: [Int: String]
  public var sheet: [UInt8]
  /// Whether the name of the file ends otherwise than its content begins, or is that of no sheet.
  public var isMisnamed = false

  public init(
    set: String = "", from: CivilDate? = nil, to: CivilDate? = nil, state: String = "", dates: String = "",
    century: String = "", columns: [Int: String] = [:], sheet: [UInt8] = []
  ) {
    self.set = set
    self.from = from
    self.to = to
    self.state = state
    self.dates = dates
    self.century = century
    self.columns = columns
    self.sheet = sheet
  }

  /// A newly picked file wins over the one that the page carried along.
  init(_ upload: Upload) {
    let form = upload.form
    self.init(
      set: form["set"] ?? "", from: form["from"].flatMap { CivilDate($0) }, to: form["to"].flatMap { CivilDate($0) },
      state: form["state"] ?? "", dates: form["dates"] ?? "", century: form["century"] ?? "")
    for (name, value) in form.fields where name.hasPrefix("column-") {
      if let number = Int(name.dropFirst(7)), !value.isEmpty { columns[number] = value }
    }
    if let picked = upload.files["sheet"], !picked.isEmpty {
      sheet = picked
      isMisnamed = upload.names["sheet"]?.isSheet(picked) == false
      columns = [:]
    } else if let kept = form["kept"] {
      sheet = SheetText.bytes(kept) ?? []
    }
  }
}

/// Bytes as text that a form carries: sixteen signs, two a byte.
enum SheetText {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 2)
    var high: UInt8?
    for byte in text.utf8 {
      let value: UInt8
      switch byte {
      case 48...57: value = byte - 48
      case 97...102: value = byte - 87
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }
}
