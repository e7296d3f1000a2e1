// swift-tools-version: 6.2
import PackageDescription

/// What every target of this package is compiled with: the Swift 6 language mode, the upcoming features that make
/// imports and existentials explicit, and warnings as errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

/// The same, with strict memory safety: for every target that does not call C.
let safe: [SwiftSetting] = settings + [.strictMemorySafety()]

let package = Package(
  name: "signaudit",
  products: [.executable(name: "signaudit", targets: ["signaudit"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The stages, in the order in which data flows through them.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Diagnostics", swiftSettings: safe),
    .target(name: "YAMLTree", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: settings),
    .target(name: "Inventory", dependencies: ["Diagnostics", "YAMLTree"], swiftSettings: safe),
    .target(
      name: "Standard",
      dependencies: ["Diagnostics", "YAMLTree", "Inventory", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: safe,
      plugins: ["EmbedStandardPlugin"]
    ),
    .target(
      name: "Audit",
      dependencies: [
        "Diagnostics", "YAMLTree", "Inventory", "Standard", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: safe
    ),
    .target(
      name: "Rectification",
      dependencies: [
        "Diagnostics", "Inventory", "Standard", "Audit", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: safe),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(
      name: "Spreadsheets", dependencies: ["CXLSXWriter", "CZlib", "CZip", "CExpat", "Diagnostics"],
      swiftSettings: settings),
    .target(
      name: "Exchange", dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "Spreadsheets"],
      swiftSettings: safe),
    .target(
      name: "Campaign",
      dependencies: [
        "Diagnostics", "Inventory", "Standard", "Audit", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: safe),
    .target(
      name: "SpotCheck", dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit", "Rectification"],
      swiftSettings: safe),
    .target(name: "Markup", dependencies: ["Diagnostics"], swiftSettings: safe),
    .target(
      name: "StandardTools", dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit"],
      swiftSettings: safe),
    .target(
      name: "Reports",
      dependencies: [
        "Diagnostics", "Inventory", "Standard", "Audit", "StandardTools", "Rectification", "SpotCheck", "Campaign",
        "Markup", "Spreadsheets",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: safe),
    .target(
      name: "Schemas",
      dependencies: ["Diagnostics", "Inventory", "Standard", "Audit", "StandardTools", "Campaign", "Reports"],
      swiftSettings: safe),
    .target(
      name: "CommandLineTool",
      dependencies: [
        "Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit", "Rectification", "SpotCheck", "Campaign",
        "Reports", "Schemas", "Spreadsheets", "Exchange", "StandardTools",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    // Linked for the whole program: libyaml asks for memory two and a half thousand times an inventory.
    .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
    .executableTarget(name: "signaudit", dependencies: ["CommandLineTool", "CMimalloc"], swiftSettings: safe),

    // The Huangshigang standard, embedded in the binary at build time.
    .executableTarget(name: "EmbedStandard", swiftSettings: safe),
    .plugin(
      name: "EmbedStandardPlugin",
      capability: .buildTool(),
      dependencies: ["EmbedStandard"],
      path: "Sources/EmbedStandardPlugin"
    ),

    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit", "Rectification", "Campaign"],
      path: "Tests/TestSupport", swiftSettings: safe),
    .testTarget(
      name: "AuditTests",
      dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit", "TestSupport"],
      exclude: ["samples-expected.tsv", "Standards"], swiftSettings: safe),
    .testTarget(
      name: "StandardToolsTests",
      dependencies: [
        "Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit", "StandardTools", "Reports", "TestSupport",
      ],
      swiftSettings: safe),
    .testTarget(
      name: "CommandLineToolTests", dependencies: ["CommandLineTool", "signaudit", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: safe),
    .testTarget(
      name: "InventoryTests", dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "TestSupport"],
      swiftSettings: safe),
    .testTarget(
      name: "StandardTests",
      dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit", "TestSupport"], swiftSettings: safe),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Diagnostics", "Spreadsheets"], swiftSettings: settings),
    .testTarget(name: "YAMLTreeTests", dependencies: ["Diagnostics", "YAMLTree"], swiftSettings: settings),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Diagnostics", "YAMLTree", "Inventory", "Standard", "Spreadsheets", "Exchange"],
      exclude: ["Fixtures"], swiftSettings: safe),
    .testTarget(name: "MarkupTests", dependencies: ["Diagnostics", "Markup"], swiftSettings: safe),
    .testTarget(
      name: "SpotCheckTests",
      dependencies: [
        "Diagnostics", "YAMLTree", "Inventory", "Standard", "Audit", "SpotCheck", "Reports", "TestSupport",
      ],
      swiftSettings: safe),
    .testTarget(
      name: "RectificationTests",
      dependencies: ["Diagnostics", "Inventory", "Standard", "Audit", "Rectification", "TestSupport"],
      swiftSettings: safe),
    .testTarget(
      name: "CampaignTests",
      dependencies: [
        "Diagnostics", "Inventory", "Standard", "Audit", "Campaign", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: safe),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Diagnostics", "Inventory", "Standard", "Audit", "Rectification", "Campaign", "Reports", "Spreadsheets",
        "TestSupport",
      ],
      exclude: ["Goldens"],
      swiftSettings: safe),
    .testTarget(
      name: "SchemasTests", dependencies: ["Inventory", "Standard", "Schemas", "TestSupport"], swiftSettings: safe),
  ]
)
