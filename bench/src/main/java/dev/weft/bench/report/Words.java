package dev.weft.bench.report;

import java.util.Locale;

/** Numbers with their units. */
final class Words {
  private Words() {}

  /** Such as {@code 12.3 us}: three digits. */
  static String time(double nanos) {
    if (nanos < 1e3) {
      return digits(nanos) + " ns";
    }
    if (nanos < 1e6) {
      return digits(nanos / 1e3) + " us";
    }
    return nanos < 1e9 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
  }

  /** Three digits, more only before the point. */
  static String digits(double value) {
    if (value == 0) {
      return "0";
    }
    if (value < 9.995) {
      return String.format(Locale.ROOT, "%.2f", value);
    }
    return String.format(Locale.ROOT, value < 99.95 ? "%.1f" : "%.0f", value);
  }

  /** A share as {@code 12 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  /** A change as {@code +12.3 %}. */
  static String change(double share) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
  }

  /** Such as {@code 64 KiB}. */
  static String bytes(long count) {
    if (count < 1 << 20) {
      return (count >> 10) + " KiB";
    }
    return (count >> 20) + " MiB";
  }
}
