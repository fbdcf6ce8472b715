// swift-tools-version:6.2
import PackageDescription

// How fast the two databases are: see scripts/bench-storage. A package of its own, so that it builds without the rules
// and the server. The folders in Sources are links to those of the project; of Services only the jobs are needed.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "storage-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0")],
  targets: [
    .target(name: "Vocabulary", swiftSettings: settings),
    .target(name: "Services", dependencies: ["Vocabulary"], swiftSettings: settings),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(
      name: "Storage",
      dependencies: [
        "Services", "Vocabulary", "CSodium", "CLibPQ", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "storage-bench", dependencies: ["Storage", "Services", "Vocabulary"], swiftSettings: settings),
  ]
)
