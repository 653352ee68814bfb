package dev.weft.models.serve;

/** A request that is answered with an error. */
final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;

  HttpFailure(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
