package dev.weft.tornado;

/** What TornadoVM says of a failure, fit for a line of a message. */
final class Reason {
  private Reason() {}

  /** The first line of what began it, without the colours and hints for TornadoVM's own command. */
  static String of(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage())
        .replaceAll("\u001B\\[\\d+m|\\[WARNING] | Deoptimizing.*", "")
        .strip()
        .lines()
        .findFirst()
        .orElseGet(cause::toString);
  }
}
