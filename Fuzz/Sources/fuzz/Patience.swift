import Foundation

/// Runs something that a stranger's bytes have asked for, and stops the program when it took more than two seconds of
/// the processor: a server would have stood still for so long.
func impatiently<Result>(_ what: String, _ body: () -> Result) -> Result {
  let start = clock()
  let result = body()
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  if seconds > 2 { fatalError("\(what) took \(seconds) seconds") }
  return result
}
