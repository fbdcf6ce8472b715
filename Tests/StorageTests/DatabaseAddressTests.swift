import Testing

@testable import Storage

@Suite("Which database is used")
struct DatabaseAddressTests {
  @Test("the file of a data folder, however the folder is written")
  func file() throws {
    #expect("\(DatabaseAddress.file(in: "data"))" == "data/fobwatch.sqlite")
    #expect("\(DatabaseAddress.file(in: "/var/lib/x/"))" == "/var/lib/x/fobwatch.sqlite")
  }

  @Test("a password is never shown, however an address is printed")
  func passwordIsHidden() throws {
    for text in [
      "postgres://maker:s3cr%40t@db.example:5433/fobwatch?sslmode=require",
      "postgresql://maker:s3cr%40t@db.example:5433/fobwatch",
      "host=db.example port=5433 user=maker password=s3cr@t dbname=fobwatch",
    ] {
      let address = try DatabaseAddress(text)
      guard case .postgres(let place) = address else {
        Issue.record("\(text) is no address of PostgreSQL")
        continue
      }
      #expect(place.parameters["password"] == "s3cr@t")
      #expect("\(address)" == "postgres://maker@db.example:5433/fobwatch")
      var dumped = ""
      dump(address, to: &dumped)
      for shown in [String(describing: address), String(reflecting: address), String(reflecting: place), dumped] {
        #expect(!shown.contains("s3cr"), "\(shown)")
      }
    }
  }

  @Test("what is no address is refused, without repeating it")
  func refused() {
    for text in ["", "mysql://a:secret@b/c", "data.sqlite", "postgres://user:se%cret@host/db", "secret"] {
      let error = #expect(throws: DatabaseAddressError.notPostgres) { try DatabaseAddress(text) }
      #expect(error.map { "\($0)".contains("secret") } == false)
    }
  }

  @Test("a database on another machine is asked encrypted, and has to show who it is; nothing falls back")
  func encryption() throws {
    for text in [
      "postgres://a@db.example/b", "host=10.0.0.5 dbname=b", "hostaddr=10.0.0.5 host=localhost dbname=b",
      "postgres://a@localhost,db.example/b",
    ] {
      #expect(try PostgresAddress(text).parameters["sslmode"] == "verify-full", "\(text)")
    }
    for text in [
      "postgres://a@localhost/b", "postgres://a@127.0.0.1:5433/b", "postgres://a@[::1]/b",
      "host=/run/postgresql dbname=b",
      "dbname=b",
    ] {
      #expect(try PostgresAddress(text).parameters["sslmode"] == nil, "\(text)")
    }
    #expect(try PostgresAddress("postgres://a@db.example/b?sslmode=require").parameters["sslmode"] == "require")
    for mode in ["prefer", "allow"] {
      #expect(throws: DatabaseAddressError.fallsBack) {
        try PostgresAddress("postgres://a@db.example/b?sslmode=\(mode)")
      }
    }
  }

  @Test("what goes to another machine is sealed on its way only where the database shows who it is")
  func onItsWay() throws {
    for text in [
      "postgres://a@db.example/b", "postgres://a@db.example/b?sslmode=verify-full", "dbname=b", "host=127.0.0.1",
    ] {
      #expect(try DatabaseAddress(text).isSealedOnItsWay, "\(text)")
    }
    #expect(DatabaseAddress.file(in: "data").isSealedOnItsWay)
    for mode in ["disable", "require", "verify-ca"] {
      #expect(try !DatabaseAddress("postgres://a@db.example/b?sslmode=\(mode)").isSealedOnItsWay, "\(mode)")
    }
  }

  @Test("a server that wants the password gets it")
  func parameters() throws {
    let address = try PostgresAddress("postgres://maker:pass@[::1]:5433/fobwatch?sslmode=verify-full&connect_timeout=3")
    #expect(address.parameters["host"] == "::1")
    #expect(address.parameters["sslmode"] == "verify-full")
    #expect(address.parameters["connect_timeout"] == "3")
    #expect("\(address.database("other"))" == "postgres://maker@::1:5433/other")
  }
}
