import Synchronization

/// Numbers for requests: each once, in no order that tells how many there were (SplitMix64 from a random start).
final class RequestIDs: Sendable {
  private let state: Atomic<UInt64>

  init(start: UInt64) { state = Atomic(start) }

  func next() -> RequestID {
    var z = state.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return RequestID(number: z ^ (z >> 31))
  }
}
