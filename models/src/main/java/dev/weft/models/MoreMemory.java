package dev.weft.models;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to tell users whose JVM has too little memory. */
public final class MoreMemory {
  private static final long GIGABYTE = 1L << 30;

  private MoreMemory() {}

  /** To give this JVM about twice the heap, in whole gigabytes. */
  public static String advice() {
    return "allow more, as in WEFT_JAVA_OPTS=" + option(Runtime.getRuntime().maxMemory());
  }

  /** Whether a failure comes from a lack of memory. */
  public static boolean isLacking(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, t -> t != null, t -> t == null ? null : t.getCause())
        .anyMatch(OutOfMemoryError.class::isInstance);
  }

  static String option(long most) {
    return "-Xmx" + Math.ceilDiv(2 * Math.min(most, Long.MAX_VALUE / 4), GIGABYTE) + "g";
  }
}
