package dev.weft.kernels;

/** A call that needs more memory in one piece than kernels can address. */
public final class TooLargeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  TooLargeException(String message) {
    super(message);
  }
}
