// swift-tools-version:6.2
import PackageDescription

// How fast the rules answer: see scripts/bench. A package of its own, so that it builds without the server. The
// folders in Sources are links to those of the project.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
  ],
  targets: [
    .target(name: "Vocabulary", swiftSettings: settings),
    .target(name: "Rules", dependencies: ["Vocabulary"], swiftSettings: settings),
    .target(name: "Documents", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .target(name: "Knowledge", dependencies: ["Documents", "Rules", "Vocabulary"], swiftSettings: settings),
    .target(name: "Planning", dependencies: ["Rules", "Vocabulary"], swiftSettings: settings),
    .target(
      name: "Continuing", dependencies: ["Rules", "Vocabulary", "CanonicalJSON", "Cryptography"],
      swiftSettings: settings),
    .target(name: "CourseProof", dependencies: ["CanonicalJSON", "Cryptography"], swiftSettings: settings),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CCommonPasswords"),
    .target(
      name: "Services",
      dependencies: [
        "CZip", "CZlib", "CCommonPasswords", "Planning", "Continuing", "CourseProof", "Knowledge", "Documents", "Rules",
        "Vocabulary", "MerkleLog", "CanonicalJSON", "Cryptography",
      ],
      swiftSettings: settings),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CLibOATH", pkgConfig: "liboath", providers: [.apt(["liboath-dev"])]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "Cryptography", dependencies: ["CSodium", "CLibOATH"], swiftSettings: settings),
    .target(name: "CanonicalJSON", swiftSettings: settings),
    .target(name: "MerkleLog", dependencies: ["Cryptography"], swiftSettings: settings),
    .target(
      name: "Storage",
      dependencies: [
        "Services", "Rules", "Vocabulary", "MerkleLog", "CanonicalJSON", "Cryptography", "CSodium", "CLibPQ",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "bench-log", dependencies: ["Storage", "Services", "CanonicalJSON", "Cryptography", "Vocabulary"],
      swiftSettings: settings),
    .executableTarget(name: "knowledge-compiler", dependencies: ["Documents"], swiftSettings: settings),
    .plugin(name: "EmbedKnowledge", capability: .buildTool(), dependencies: ["knowledge-compiler"]),
    .target(
      name: "EmbeddedKnowledge", exclude: ["Packs"], swiftSettings: settings, plugins: ["EmbedKnowledge"]),
    .target(name: "Population", dependencies: ["Rules", "Vocabulary"], swiftSettings: settings),
    .target(name: "Corpus", dependencies: ["Knowledge", "Documents", "Rules", "Vocabulary"], swiftSettings: settings),
    .executableTarget(
      name: "export-corpus", dependencies: ["Corpus", "Services", "Documents"], swiftSettings: settings),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Population", "Continuing", "Services", "Knowledge", "Documents", "EmbeddedKnowledge", "Rules", "Vocabulary",
      ],
      swiftSettings: settings),
  ]
)
