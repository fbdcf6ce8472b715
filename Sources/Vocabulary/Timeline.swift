/// A value for every day: a step function with sorted change points, the first at `distantPast`.
///
/// Every operation is linear in the change points; nothing loops over days. Neighbouring points always differ.
@frozen
public struct Timeline<Value: Sendable & Equatable>: Sendable, Equatable {
  /// From this day on, until the next point.
  @frozen
  public struct Point: Sendable, Equatable {
    public var day: CivilDate
    public var value: Value

    @inlinable
    public init(day: CivilDate, value: Value) {
      self.day = day
      self.value = value
    }
  }

  /// The change points in order, at least one. The first stands beside the others, so that a value that never
  /// changes needs no memory of its own.
  @frozen
  public struct Points: RandomAccessCollection, Sendable, Equatable {
    @usableFromInline var initial: Value
    // Invariant: days strictly rise; neighbours differ, also from `initial`.
    @usableFromInline var later: ContiguousArray<Point>

    @inlinable
    init(_ initial: Value) {
      self.initial = initial
      later = []
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { later.count + 1 }
    @inlinable public var count: Int { later.count + 1 }
    @inlinable
    public subscript(i: Int) -> Point { i == 0 ? Point(day: .distantPast, value: initial) : later[i - 1] }
  }

  /// The change points, in order; the first at `distantPast`.
  @inlinable public var points: Points { storage }

  @usableFromInline var storage: Points

  /// The same value on every day.
  @inlinable
  public init(_ value: Value) { storage = Points(value) }

  /// Starts as `value`; append later changes with `set(_:from:)`, about so many in all.
  @inlinable
  public init(_ value: Value, capacity: Int) {
    storage = Points(value)
    if capacity > 1 { storage.later.reserveCapacity(capacity - 1) }
  }

  /// From `day` on the value is `value`. Days must not fall: a later call for the same or an earlier day
  /// overwrites everything from that day on.
  @inlinable
  public mutating func set(_ value: Value, from day: CivilDate) {
    while let last = storage.later.last, last.day >= day { storage.later.removeLast() }
    if day <= .distantPast {
      storage.initial = value
    } else if storage.later.last?.value ?? storage.initial != value {
      // Most timelines have few changes: room for them at once.
      if storage.later.capacity == 0 { storage.later.reserveCapacity(4) }
      storage.later.append(Point(day: day, value: value))
    }
  }

  /// Index of the point that holds on `day`.
  @inlinable
  public func index(on day: CivilDate) -> Int {
    var low = 0
    var high = points.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if points[middle].day <= day { low = middle } else { high = middle }
    }
    return low
  }

  /// The value on one day.
  @inlinable
  public func value(on day: CivilDate) -> Value {
    isConstant ? storage.initial : points[index(on: day)].value
  }

  /// Whether the value never changes.
  @inlinable public var isConstant: Bool { storage.later.isEmpty }

  /// The first day after `day` on which the value changes.
  @inlinable
  public func nextChange(after day: CivilDate) -> CivilDate? {
    let i = index(on: day) + 1
    return i < points.count ? points[i].day : nil
  }

  /// The span of equal value that holds on `day`.
  @inlinable
  public func span(on day: CivilDate) -> DayInterval {
    let i = index(on: day)
    return DayInterval(points[i].day, i + 1 < points.count ? points[i + 1].day.previous : .distantFuture)
  }

  /// The spans of equal value inside an interval, in order, clipped to it.
  @inlinable
  public func spans(in interval: DayInterval) -> [(days: DayInterval, value: Value)] {
    var result: [(days: DayInterval, value: Value)] = []
    var i = index(on: interval.first)
    while i < points.count, points[i].day <= interval.last {
      let end = i + 1 < points.count ? points[i + 1].day.previous : .distantFuture
      result.append((DayInterval(max(points[i].day, interval.first), min(end, interval.last)), points[i].value))
      i += 1
    }
    return result
  }

  /// Each value changed by the same function.
  @inlinable
  public func map<Other>(_ transform: (Value) -> Other) -> Timeline<Other> {
    var result = Timeline<Other>(transform(storage.initial), capacity: points.count)
    for point in storage.later { result.set(transform(point.value), from: point.day) }
    return result
  }

  /// Each value changed by the same function to one of its kind: where that changes nothing, this timeline.
  @inlinable
  public func map(_ transform: (Value) -> Value) -> Timeline {
    let initial = transform(storage.initial)
    if initial == storage.initial, storage.later.allSatisfy({ transform($0.value) == $0.value }) { return self }
    var result = Timeline(initial, capacity: points.count)
    for point in storage.later { result.set(transform(point.value), from: point.day) }
    return result
  }

  /// Two timelines combined day by day.
  @inlinable
  public func combined<Other, Result>(
    with other: Timeline<Other>, _ combine: (Value, Other) -> Result
  ) -> Timeline<Result> {
    if other.isConstant { return map { combine($0, other.storage.initial) } }
    if isConstant { return other.map { combine(storage.initial, $0) } }
    // Often fewer changes are left than both have together.
    let count = points.count + other.points.count
    var result = Timeline<Result>(combine(storage.initial, other.storage.initial), capacity: count > 6 ? count : 0)
    var i = 0
    var j = 0
    while i + 1 < points.count || j + 1 < other.points.count {
      let a = i + 1 < points.count ? points[i + 1].day : .distantFuture
      let b = j + 1 < other.points.count ? other.points[j + 1].day : .distantFuture
      let day = min(a, b)
      // Both ask whether a point is left: a change on the distant future itself is one too.
      if a == day, i + 1 < points.count { i += 1 }
      if b == day, j + 1 < other.points.count { j += 1 }
      result.set(combine(points[i].value, other.points[j].value), from: day)
    }
    return result
  }

  /// Moved along the axis: the value on day d becomes the value on d + days. Left when negative.
  @inlinable
  public func shifted(days: Int) -> Timeline {
    var result = Timeline(points[0].value, capacity: points.count)
    for point in points.dropFirst() { result.set(point.value, from: point.day.adding(days: days)) }
    return result
  }

  /// The earliest day, not before `day`, on which the condition holds.
  @inlinable
  public func first(from day: CivilDate, where condition: (Value) -> Bool) -> CivilDate? {
    var i = index(on: day)
    while i < points.count {
      if condition(points[i].value) { return max(points[i].day, day) }
      i += 1
    }
    return nil
  }

  /// From a day on the values of another timeline; nothing changes before it.
  @inlinable
  public mutating func follow(_ other: Timeline, from day: CivilDate) {
    var i = other.index(on: day)
    set(other.points[i].value, from: day)
    i += 1
    while i < other.points.count {
      set(other.points[i].value, from: other.points[i].day)
      i += 1
    }
  }

  /// Pieces of timelines laid end to end: from each piece's day on, that piece's timeline holds.
  /// The first piece must start at `distantPast`; days must rise.
  @inlinable
  public static func splice(_ pieces: [(from: CivilDate, timeline: Timeline)]) -> Timeline {
    var result = Timeline(pieces[0].timeline.points[0].value, capacity: pieces.count * 2)
    for (k, piece) in pieces.enumerated() {
      let end = k + 1 < pieces.count ? pieces[k + 1].from : .distantFuture
      var i = piece.timeline.index(on: piece.from)
      result.set(piece.timeline.points[i].value, from: piece.from)
      i += 1
      while i < piece.timeline.points.count, piece.timeline.points[i].day < end {
        result.set(piece.timeline.points[i].value, from: piece.timeline.points[i].day)
        i += 1
      }
    }
    return result
  }
}
