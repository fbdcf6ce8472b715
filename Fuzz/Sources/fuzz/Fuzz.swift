import CLibFuzzer
import Foundation

/// `fuzz TARGET [arguments of libFuzzer]`
@main
enum Fuzz {
  typealias Target = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

  static func main() {
    let targets: [String: Target] = [
      "reader": readDocument, "codec": decodeNodes, "person": judgePerson, "pack": readPack,
    ]
    guard CommandLine.arguments.count >= 2, let target = targets[CommandLine.arguments[1]] else {
      print("usage: fuzz \(targets.keys.sorted().joined(separator: "|")) [arguments of libFuzzer]")
      exit(2)
    }
    // libFuzzer sees the program's name and its own arguments. It keeps the pointers, so they are never freed.
    let own = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    var count = CInt(own.count)
    let copies = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: own.count + 1)
    for (index, argument) in own.enumerated() { copies[index] = strdup(argument) }
    copies[own.count] = nil
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = copies
    exit(LLVMFuzzerRunDriver(&count, &arguments, target))
  }
}
