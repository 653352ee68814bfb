package dev.weft.runtime.data;

/** Told how a download goes on, from the thread that loads. */
@FunctionalInterface
public interface DownloadProgress {
  /**
   * Called for every piece that arrives, and once with 0 before the first one.
   *
   * @param file name of the file
   * @param bytes received so far
   * @param total bytes to expect, or -1 if the server does not say
   */
  void update(String file, long bytes, long total);
}
