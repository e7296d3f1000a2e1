package import Audit
package import Diagnostics
package import Standard

/// An elevation (示意图): an entrance as one sees it facing it, as it is and as the standard wants it. A drawing model;
/// what it is drawn with is the reports' business.
///
/// All lengths are millimetres of a schematic wall, not of the building: x grows to the right and y down from the top
/// left corner of a panel. A sign whose size is known has it, where the drawing has room for it; `Panel.scale` says whether
/// it has. Nothing of a panel overlaps anything else of it.
package struct Elevation: Sendable, Hashable {
  /// The entrance as it is recorded; nil where the norm is drawn alone.
  package var actual: Panel?
  /// The entrance as the standard wants it.
  package var norm: Panel
  /// What the signs of the norm are, in the order of their letters.
  package var prescriptions: [Prescription]
  /// The findings that the numbers in `actual` stand for, in the order of the report.
  package var callouts: [Callout]
  /// What stands at the two sides of the picture, in both readings.
  package var left: BilingualText
  package var right: BilingualText
  /// From where the picture is seen.
  package var viewpoint: BilingualText
  /// What a reader must know to read it.
  package var remarks: [BilingualText]

  /// One view of the entrance.
  package struct Panel: Sendable, Hashable {
    /// Its extent, with margins.
    package var size: Size
    /// The height of the ground.
    package var ground: Double
    /// The front of the building.
    package var building: Frame
    /// The opening of the door.
    package var door: Frame
    /// What stands beside the front or in it, where signs hang there.
    package var parts: [Part]
    /// The signs, missing ones included, spot by spot.
    package var signs: [HungSign]
    /// What of it is to scale.
    package var scale: Scale
  }

  /// What of a panel is to scale; the building never is.
  package enum Scale: Sendable, Hashable {
    /// No sign: of none a size is prescribed or recorded.
    case schematic
    /// The signs with a size, all of them.
    case signs
    /// The signs with a size, but for some that would be too large or too small for the drawing.
    case mostSigns
  }

  /// A width and a height.
  package struct Size: Sendable, Hashable {
    package var width: Double
    package var height: Double
  }

  /// A rectangle.
  package struct Frame: Sendable, Hashable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    /// Makes a rectangle from its upper left corner.
    package init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    /// Its right and lower edges.
    package var maxX: Double { x + width }
    package var maxY: Double { y + height }
  }

  /// A window, a side wall, a yard wall, or a place beside the building.
  package struct Part: Sendable, Hashable {
    /// Where it is.
    package var spot: Spot
    /// Its outline.
    package var frame: Frame
    /// Which places it stands for.
    package var label: BilingualText
  }

  /// Where on the wall a sign hangs.
  package enum Spot: Sendable, Hashable, CaseIterable {
    case gate, left, lintel, front, right, window, side, beside
  }

  /// A sign at its place.
  package struct HungSign: Sendable, Hashable {
    /// The plate itself.
    package var frame: Frame
    /// Where its tag is written.
    package var tagFrame: Frame
    /// Its id in the inventory; a letter in the norm.
    package var tag: String
    /// How it is drawn.
    package var form: Form
    /// What it says.
    package var words: Words
    /// What its ground and its lettering are painted with.
    package var ground: Colour
    package var lettering: Colour
    /// How it stands to the standard.
    package var standing: Standing
    /// What it is, and where it hangs, in the vocabulary's words.
    package var kind: BilingualText
    package var place: BilingualText
    /// The sizes that are written at it.
    package var dimensions: [Dimension]
    /// The numbers beside it.
    package var numbers: [Number]
  }

  /// A size that is written at a sign, along a line that is as long as the plate.
  package struct Dimension: Sendable, Hashable {
    /// Which of the two it is.
    package var isHeight: Bool
    /// What is written, with its unit: `36cm`.
    package var text: String
    /// The line beside or above the plate.
    package var line: Frame
  }

  /// How a sign is drawn.
  package enum Form: Sendable, Hashable {
    /// A plate with vertical writing.
    case vertical
    /// A plate with horizontal writing.
    case horizontal
    /// A neutral mark with horizontal words below.
    case mark
  }

  /// What a sign says.
  package enum Words: Sendable, Hashable {
    /// These words.
    case said(String)
    /// It is a mark without words.
    case none
    /// The inventory does not record it.
    case unrecorded
  }

  /// What something is painted with.
  package enum Colour: Sendable, Hashable {
    /// `#rrggbb`, as the vocabulary says.
    case paint(String)
    /// A colour without a paint, or one that is not recorded: hatched.
    case unknown
    /// The standard prescribes none.
    case free
  }

  /// How a sign stands to the standard.
  package enum Standing: Sendable, Hashable {
    /// Nothing was found about it.
    case right
    /// A rule about it is broken.
    case failing
    /// A rule about it is open, and none is broken.
    case open
    /// It should hang here and does not, or may not.
    case missing
    /// The standard is not about such signs.
    case outOfScope
    /// It is part of the norm.
    case norm
  }

  /// A number that stands for a finding.
  package struct Number: Sendable, Hashable {
    /// Counted from 1.
    package var number: Int
    /// How the finding came out.
    package var outcome: Outcome
    /// Where the number is written: the middle of a disc of `WallLayout.disc` across.
    package var x: Double
    package var y: Double
  }

  /// A finding that is shown in the drawing.
  package struct Callout: Sendable, Hashable {
    /// Its number in the drawing, from 1.
    package var number: Int
    /// Its place in `CommunityReport.findings`.
    package var finding: Int
  }

  /// A sign of the norm in words.
  package struct Prescription: Sendable, Hashable {
    /// Its letter in the drawing.
    package var letter: String
    /// Its kind and the places that the rules leave it.
    package var kind: BilingualText
    package var place: BilingualText
    /// Its orientation and colours, of a few the alternatives; nil where the rules leave any, or do not say it of every
    /// sign of the kind.
    package var orientation: BilingualText?
    package var background: BilingualText?
    package var lettering: BilingualText?
    /// The ids of the rules that speak of what is nil here, by the field.
    package var rules: [Condition.SignWord: [String]] = [:]
    /// Width and height as the standard writes them, `36cm±1cm`; nil where it prescribes none.
    package var width: String?
    package var height: String?
    /// What it says: any of these; empty for a mark without words.
    package var wordings: [String]
    /// Whether the words need only be part of what it says.
    package var isPart: Bool
  }
}
