package dev.weft.runtime;

import tools.jackson.core.JacksonException;

/** What Jackson says of text that is not JSON, made fit for users. */
public final class JsonErrors {
  private JsonErrors() {}

  /** What is wrong, on one line, without what Jackson tells of its source and its settings. */
  public static String reason(JacksonException e) {
    return e.getOriginalMessage()
        .replaceFirst("(?s) \\(start marker at .*|\n.*", "")
        .replaceFirst(", from `StreamReadConstraints[^`]*`", "")
        .replaceFirst(": enable `[^`]*` to allow", "");
  }
}
