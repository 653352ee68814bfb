package dev.weft.runtime.data;

import java.io.IOException;

/** No mirror gave a file; the message says, mirror by mirror, why. */
final class DownloadFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  DownloadFailedException(String reasons) {
    super(reasons);
  }
}
