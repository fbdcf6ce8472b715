// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "fobwatch",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fobwatch", targets: ["fobwatch"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
    // What Hummingbird stands on, for limits on connections, an orderly end and its log; no more to build.
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
  ],
  targets: [
    // Nouns as value types: dates, timelines, money, verdicts, citations, languages.
    .target(name: "Vocabulary", swiftSettings: settings),
    // libsodium: encryption, hashing, signing. liboath: one-time codes.
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CLibOATH", pkgConfig: "liboath", providers: [.apt(["liboath-dev"])]),
    // Their primitives as value types, and the files of keys. Knows nothing of people.
    .target(name: "Cryptography", dependencies: ["CSodium", "CLibOATH"], swiftSettings: settings),
    // JSON with one way to write each value (RFC 8785): what is hashed or signed.
    .target(name: "CanonicalJSON", swiftSettings: settings),
    // An RFC 9162 hash tree, its proofs, and signed checkpoints. Knows nothing of people or databases.
    .target(name: "MerkleLog", dependencies: ["Cryptography"], swiftSettings: settings),
    // Requirements, dated versions, evaluation, explanation. Pure: no files, clock or network.
    .target(name: "Rules", dependencies: ["Vocabulary"], swiftSettings: settings),
    // YAML and JSON files as values with places; the only place that knows YAML.
    .target(name: "Documents", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
    // Reads and lints rule packs and person files.
    .target(name: "Knowledge", dependencies: ["Documents", "Rules", "Vocabulary"], swiftSettings: settings),
    // Turns knowledge/ into one Swift source while the program is built.
    .executableTarget(name: "knowledge-compiler", dependencies: ["Documents"], swiftSettings: settings),
    .plugin(name: "EmbedKnowledge", capability: .buildTool(), dependencies: ["knowledge-compiler"]),
    // The packs, parsed when the program was built. Packs is a link to knowledge/, so that new files are noticed.
    .target(
      name: "EmbeddedKnowledge", exclude: ["Packs"], swiftSettings: settings, plugins: ["EmbedKnowledge"]),
    // What-ifs, routes, steps, dates, cost; asks Rules, never re-implements a rule.
    .target(name: "Planning", dependencies: ["Rules", "Vocabulary"], swiftSettings: settings),
    // Continuing education: what counts, and the least set of courses that is enough, with its proof.
    .target(
      name: "Continuing", dependencies: ["Rules", "Vocabulary", "CanonicalJSON", "Cryptography"],
      swiftSettings: settings),
    // Checks such a proof in whole numbers. Knows nothing of how it was found.
    .target(name: "CourseProof", dependencies: ["CanonicalJSON", "Cryptography"], swiftSettings: settings),
    // One file per thing a user can do.
    .target(
      name: "Services",
      dependencies: [
        "Planning", "Continuing", "CourseProof", "Knowledge", "Documents", "Rules", "Vocabulary", "MerkleLog",
        "CanonicalJSON", "Cryptography",
        "CZip", "CZlib", "CCommonPasswords",
      ],
      swiftSettings: settings),
    // Common passwords as sorted numbers, which scripts/passwords makes; C compiles them in a moment.
    .target(name: "CCommonPasswords"),
    // libzip: workbooks are zip archives.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // The stores of Services in SQL, on SQLite and on PostgreSQL; the only place that knows SQL.
    .target(
      name: "Storage",
      dependencies: [
        "Services", "Rules", "Vocabulary", "MerkleLog", "CanonicalJSON", "Cryptography", "CSodium", "CLibPQ",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    // libpq: connections to PostgreSQL.
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    // libcurl: hands mails to a mail server.
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    // Mails as they go over the wire, and where they go: a mail server, or files.
    .target(
      name: "MailDelivery", dependencies: ["Services", "Vocabulary", "Cryptography", "CCurl"], swiftSettings: settings),
    // What photos and PDFs are read with, each linked dynamically: libjpeg-turbo, libpng, libheif, qpdf.
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CHEIF", pkgConfig: "libheif", providers: [.apt(["libheif-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    // What a process gives up, and loops over pixels: headers in C.
    .systemLibrary(name: "CConfinement"),
    // Takes photos and PDFs in, in a process of its own that can do nothing else.
    .target(
      name: "Intake", dependencies: ["Services", "CTurboJPEG", "CPNG", "CHEIF", "CQPDF", "CConfinement"],
      swiftSettings: settings),
    // The markup type: escapes by construction.
    .target(name: "HTML", swiftSettings: settings),
    // zlib: pages made smaller for the way.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // libqrencode: addresses as QR codes.
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    // Pages, forms, server.
    .target(
      name: "Website",
      dependencies: [
        "Services", "Planning", "Continuing", "Knowledge", "Rules", "Vocabulary", "HTML", "Cryptography",
        "CanonicalJSON", "CZlib", "CQREncode",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [
        .embedInCode("Assets/styles"), .embedInCode("Assets/favicon.svg"), .embedInCode("Assets/openapi.json"),
        .embedInCode("Assets/scripts"), .embedInCode("Assets/sample-courses.csv"),
      ],
      swiftSettings: settings),
    // The command line, and the one place where things are wired.
    .executableTarget(
      name: "fobwatch",
      dependencies: [
        "Website", "Storage", "MailDelivery", "Intake", "Services", "Planning", "Continuing", "CourseProof",
        "Knowledge", "EmbeddedKnowledge", "Rules", "Vocabulary", "MerkleLog", "Cryptography",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"], swiftSettings: settings),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: settings),
    .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], swiftSettings: settings),
    .testTarget(name: "MerkleLogTests", dependencies: ["MerkleLog", "Cryptography"], swiftSettings: settings),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "EmbeddedKnowledge"], swiftSettings: settings),
    .testTarget(
      name: "RulesTests", dependencies: ["Services", "Rules", "Knowledge", "Vocabulary"], swiftSettings: settings),
    .testTarget(
      name: "KnowledgeTests",
      dependencies: ["Knowledge", "EmbeddedKnowledge", "Services", "Documents", "Rules", "Vocabulary"],
      swiftSettings: settings),
    .testTarget(
      name: "PlanningTests", dependencies: ["Planning", "Services", "Knowledge", "Rules", "Vocabulary"],
      swiftSettings: settings),
    .testTarget(
      name: "ContinuingTests",
      dependencies: [
        "Continuing", "CourseProof", "CourseSamples", "Services", "Knowledge", "EmbeddedKnowledge", "Rules",
        "Vocabulary", "CanonicalJSON", "Cryptography", "Population",
      ],
      swiftSettings: settings),
    // Made-up catalogs as problems; and a program that prints them with their answers, for Tests/Courses/run.py.
    .target(
      name: "CourseSamples", dependencies: ["Continuing", "Population"], path: "Tests/Courses/Samples",
      swiftSettings: settings),
    .executableTarget(
      name: "course-problems", dependencies: ["CourseSamples", "Continuing"], path: "Tests/Courses/Problems",
      swiftSettings: settings),
    .testTarget(
      name: "ServicesTests",
      dependencies: [
        "Services", "Planning", "Knowledge", "EmbeddedKnowledge", "Documents", "Rules", "Vocabulary", "CanonicalJSON",
        "Cryptography", "Population",
      ],
      exclude: ["Golden/Expected"], swiftSettings: settings),
    // Made-up people, for tests and benchmarks.
    .target(
      name: "Population", dependencies: ["Rules", "Vocabulary"], path: "Tests/Population", swiftSettings: settings),
    .testTarget(
      name: "PopulationTests", dependencies: ["Population", "Knowledge", "Rules", "Vocabulary", "Documents"],
      swiftSettings: settings),
    // The public corpus of benchmark/: its lines from the packs' cases, and our answers to them.
    .target(
      name: "Corpus", dependencies: ["Knowledge", "Documents", "Rules", "Vocabulary"], path: "Tests/Corpus",
      swiftSettings: settings),
    .testTarget(
      name: "CorpusTests", dependencies: ["Corpus", "Knowledge", "Services", "Documents"], swiftSettings: settings),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "Intake", "CZlib", "Services", "Planning", "Knowledge", "Rules", "Vocabulary", "MerkleLog",
        "CanonicalJSON",
        "Cryptography", "Population",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "MailDeliveryTests", dependencies: ["MailDelivery", "Services", "Vocabulary", "Cryptography"],
      swiftSettings: settings),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "Services"], swiftSettings: settings),
    // Does the jobs of Tests/Jobs/run.py, in a process that can be killed. Never part of the program.
    .executableTarget(
      name: "job-worker", dependencies: ["Storage", "Services", "Vocabulary"], path: "Tests/Jobs/Worker",
      swiftSettings: settings),
    // Makes up the people of Tests/Reminders/run.py. Never part of the program.
    .executableTarget(
      name: "reminder-seeder",
      dependencies: ["Storage", "Services", "Knowledge", "Rules", "Vocabulary", "Cryptography"],
      path: "Tests/Reminders/Seeder", swiftSettings: settings),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: settings),
    .testTarget(
      name: "WebsiteTests",
      dependencies: [
        "Website", "Storage", "CZlib", "Services", "Planning", "Continuing", "CourseProof", "Knowledge", "Rules",
        "HTML",
        "Cryptography", "CanonicalJSON", "Vocabulary",
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      exclude: ["Snapshots"],
      swiftSettings: settings),
  ]
)

// Only scripts/docs needs it.
if Context.environment["FOBWATCH_DOCS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin.git", exact: "1.5.0"))
}

// Only scripts/bench needs it: a server that does nothing, to compare with.
if Context.environment["FOBWATCH_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "floor",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      path: "Benchmarks/Sources/floor", swiftSettings: settings))
}
