import Foundation
import Synchronization
import Vocabulary

/// What day it is in a time zone, for every request: the calendar is asked once a minute, since nowhere does a day begin
/// within one.
final class DayClock: Sendable {
  private let zone: String?
  private let known: Mutex<(minute: Int, day: CivilDate)>

  /// - Throws: `BadInput` for a zone that there is not.
  init(zone: String?) throws {
    self.zone = zone
    known = Mutex((Self.minute, try Composition.today(in: zone)))
  }

  var today: CivilDate {
    let minute = Self.minute
    return known.withLock { known in
      if known.minute != minute, let day = try? Composition.today(in: zone) { known = (minute, day) }
      return known.day
    }
  }

  /// Whole minutes since 1970.
  private static var minute: Int { Int(Date().timeIntervalSince1970 / 60) }
}
