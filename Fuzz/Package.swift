// swift-tools-version:6.2
import PackageDescription

// The targets that read what strangers wrote, built again with libFuzzer: see scripts/fuzz. A package of its own, so
// that the daily build never sees its flags, and so that it builds without the server.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]
let instrumented = settings + [.unsafeFlags(["-sanitize=fuzzer"])]

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2")],
  targets: [
    // Links to ../Sources.
    .target(name: "Documents", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: instrumented),
    .target(name: "Vocabulary", swiftSettings: instrumented),
    .target(name: "Rules", dependencies: ["Vocabulary"], swiftSettings: instrumented),
    .target(name: "Knowledge", dependencies: ["Documents", "Rules", "Vocabulary"], swiftSettings: instrumented),
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CLibFuzzer", "Documents", "Knowledge", "Rules", "Vocabulary"],
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ]
)
