package dev.weft.runtime.graph;

/** A field of a specification whose value is not allowed. The message starts with its name. */
final class FieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  FieldException(String field, Object value, String allowed) {
    super("%s is %s; allowed: %s".formatted(field, value, allowed));
    this.field = field;
  }

  String field() {
    return field;
  }

  /** Returns {@code value} if it lies in {@code 1..max}. */
  static int requireUpTo(int max, String field, int value) {
    if (value < 1 || value > max) {
      throw new FieldException(field, value, "1 to " + max);
    }
    return value;
  }

  /** Returns {@code value} if both its sides lie in {@code 1..max}. */
  static Extent requireUpTo(int max, String field, Extent value) {
    if (Math.min(value.height(), value.width()) < 1
        || Math.max(value.height(), value.width()) > max) {
      throw new FieldException(
          field,
          "[%d, %d]".formatted(value.height(), value.width()),
          "1 to %d each way".formatted(max));
    }
    return value;
  }
}
