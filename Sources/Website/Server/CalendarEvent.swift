public import Vocabulary

/// One day of a plan, for a calendar program.
public struct CalendarEvent: Sendable, Hashable {
  /// The same for the same step, so that a newer file replaces it: "aama-cma-exam".
  public let id: String
  public let day: CivilDate
  public let title: String
  public let text: String
  /// Grows with each change, for programs that look again and again.
  var sequence = 0
  /// Whether it has been settled since it was first told.
  var isCancelled = false
  /// When it last changed; nil: when the file was made.
  var changed: Instant?

  public init(id: String, day: CivilDate, title: String, text: String) {
    self.id = id
    self.day = day
    self.title = title
    self.text = text
  }
}

/// A file of events (RFC 5545): whole days whose end is the day after, no alarms, lines of 75 bytes at most.
struct CalendarFile {
  let events: [CalendarEvent]
  /// The day it was made.
  let made: CivilDate
  /// Whether a program looks at it again and again.
  var isFeed = false

  var text: String {
    let head =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fobwatch//Fobwatch//EN", "CALSCALE:GREGORIAN"]
      + (isFeed ? ["METHOD:PUBLISH", "X-WR-CALNAME:Fobwatch", "REFRESH-INTERVAL;VALUE=DURATION:PT12H"] : [])
    let lines = head + events.flatMap(lines) + ["END:VCALENDAR"]
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private func lines(_ event: CalendarEvent) -> [String] {
    let changed = event.changed?.utcDay ?? made
    let standing =
      isFeed ? ["SEQUENCE:\(event.sequence)", "STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")"] : []
    return [
      "BEGIN:VEVENT", "UID:\(event.id)@fobwatch", "DTSTAMP:\(compact(changed))T000000Z",
      "DTSTART;VALUE=DATE:\(compact(event.day))", "DTEND;VALUE=DATE:\(compact(event.day.next))",
      "SUMMARY:\(escaped(event.title))", "DESCRIPTION:\(escaped(event.text))",
    ] + standing + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private func compact(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ";", ",": result += "\\\(character)"
      case _ where character.isNewline: result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// A line longer than 75 bytes goes on after a break and a blank; no character is cut.
  private func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > 75 {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(scalar)
      length += size
    }
    return result
  }
}
