import Storage

extension Settings {
  /// Which database: the one that was named, else the file of the data folder. What was named can hold a password, so it is
  /// never repeated.
  func database(data: String) throws -> DatabaseAddress {
    guard let named = written(.database) else { return .file(in: data) }
    let address: DatabaseAddress
    do {
      address = try DatabaseAddress(named.text)
    } catch {
      throw BadInput("\(named.place): \(error)")
    }
    guard try address.isSealedOnItsWay || network() != nil else {
      throw BadInput(
        "\(named.place): the database is on another machine, and its sslmode does not check who it is. Expected "
          + "sslmode=verify-full, or nothing, which is the same. \(Network.wayOut)")
    }
    return address
  }

  /// Where visitors find this installation, without a slash at the end.
  func address() throws -> String? {
    try value(.address, expected: "an address like https://fobwatch.example.org") { text in
      guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace) else {
        return nil
      }
      return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
  }
}
