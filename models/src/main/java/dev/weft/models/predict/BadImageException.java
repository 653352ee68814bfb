package dev.weft.models.predict;

/** An image that cannot be used; the message says why, and what would do, without naming a file. */
public final class BadImageException extends Exception {
  private static final long serialVersionUID = 1L;

  BadImageException(String reason) {
    super(reason);
  }

  BadImageException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Why; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
