import CLibOATH
import Glibc

/// Bytes as capital letters and the digits 2 to 7 (RFC 4648, section 6), without filling: what people type.
public enum Base32 {
  /// The letters of the bytes.
  public static func text(_ bytes: [UInt8]) -> String {
    guard !bytes.isEmpty else { return "" }
    var result: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { oath_base32_encode($0.baseAddress, bytes.count, &result, &length) }
    }
    guard status == Int32(OATH_OK.rawValue), let result else { return "" }
    defer { free(result) }
    return String(String(cString: result).prefix { $0 != "=" })
  }

  /// The bytes again; case and blanks do not matter. Nil when a character is none of the 32, or the length cannot be.
  public static func bytes(_ text: String) -> [UInt8]? {
    let text = Array(text.utf8)
    guard !text.isEmpty else { return [] }
    var result: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = text.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) { oath_base32_decode($0.baseAddress, text.count, &result, &length) }
    }
    guard status == Int32(OATH_OK.rawValue), let result else { return nil }
    defer { free(result) }
    return (0..<length).map { UInt8(bitPattern: result[$0]) }
  }
}
