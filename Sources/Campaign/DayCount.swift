package import Inventory

extension CalendarDate {
  /// The number of days from another day to this one; negative where this one is earlier.
  package func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// The days since 1 March of the year 0, which makes the leap day the last of its year.
  private var dayNumber: Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return years * 365 + years / 4 - years / 100 + years / 400 + (months * 306 + 5) / 10 + day - 1
  }
}
