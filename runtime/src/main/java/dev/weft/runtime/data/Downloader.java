package dev.weft.runtime.data;

import dev.weft.runtime.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Fetches official files, gzip, from the first mirror that gives the right bytes. A file appears in
 * its folder under its name only once it is complete, checked and on the disk.
 */
final class Downloader {
  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param stall for the first or the next bytes
   * @param total for a file
   */
  record Timeouts(Duration connect, Duration stall, Duration total) {}

  private static final String PART = ".part";
  private static final Duration STALE = Duration.ofHours(1);
  private static final int BUFFER_BYTES = 1 << 16;

  /** Room for gzip's header and for data that cannot be compressed. */
  private static final int GZIP_OVERHEAD_BYTES = 1 << 16;

  private final List<URI> mirrors;
  private final Timeouts timeouts;

  /** Takes folders' addresses, each ending in a slash, in the order to try them. */
  Downloader(List<URI> mirrors, Timeouts timeouts) {
    this.mirrors = List.copyOf(mirrors);
    this.timeouts = timeouts;
  }

  /**
   * Puts {@code file} into {@code folder}, which is made if need be, as {@code <name>.gz}.
   *
   * @throws DownloadFailedException if no mirror gives the right bytes
   * @throws UserException if the folder cannot be written
   */
  void fetch(OfficialFile file, Path folder, DownloadProgress progress)
      throws DownloadFailedException {
    List<String> reasons = new ArrayList<>();
    try (HttpClient client = client()) {
      for (URI mirror : mirrors) {
        try {
          fetch(client, mirror.resolve(file.name() + ".gz"), file, folder, progress);
          return;
        } catch (IOException e) {
          reasons.add(mirror.getHost() + ": " + reason(e));
        }
      }
    }
    throw new DownloadFailedException(String.join("; ", reasons));
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(timeouts.connect)
        .build();
  }

  /** Throws IOException for what another mirror may do better. */
  private void fetch(
      HttpClient client, URI address, OfficialFile file, Path folder, DownloadProgress progress)
      throws IOException {
    HttpResponse<InputStream> response = send(client, address);
    try (InputStream in = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("HTTP status " + response.statusCode());
      }
      long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      Path part = createPart(folder, file);
      try {
        copy(in, part, file, total, progress);
        if (!file.isHeldBy(part)) {
          throw new IOException("not the official bytes");
        }
        publish(part, folder.resolve(file.name() + ".gz"));
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  private HttpResponse<InputStream> send(HttpClient client, URI address) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(timeouts.stall).build();
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("the download was interrupted; start it again", e);
    }
  }

  private void copy(
      InputStream in, Path part, OfficialFile file, long total, DownloadProgress progress)
      throws IOException {
    long start = System.nanoTime();
    long most = (long) file.bytes() + GZIP_OVERHEAD_BYTES;
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    progress.update(file.name(), 0, total);
    for (int got = read(in, buffer); got >= 0; got = read(in, buffer)) {
      bytes += got;
      if (bytes > most) {
        throw new IOException("more bytes than the official file has");
      }
      if (System.nanoTime() - start > timeouts.total.toNanos()) {
        throw new IOException("not done within " + timeouts.total.toSeconds() + " s");
      }
      append(part, ByteBuffer.wrap(buffer, 0, got));
      progress.update(file.name(), bytes, total);
    }
  }

  /** Reads what is there, but waits no longer than allowed: the client has no such limit. */
  private int read(InputStream in, byte[] buffer) throws IOException {
    CompletableFuture<Void> guard =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, timeouts.stall.toMillis(), TimeUnit.MILLISECONDS);
    var _ = guard.thenRun(() -> closeQuietly(in)); // ends a read that hangs
    try {
      int got = in.read(buffer);
      if (guard.cancel(false)) {
        return got;
      }
    } catch (IOException e) {
      if (guard.cancel(false)) {
        throw e;
      }
    }
    throw new IOException("no data for " + timeouts.stall.toSeconds() + " s");
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // Closing is only to end the read, which reports the failure.
    }
  }

  private static Path createPart(Path folder, OfficialFile file) {
    try {
      Files.createDirectories(folder);
      deleteStaleParts(folder);
      return Files.createTempFile(folder, file.name() + ".", PART);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Clears away what killed downloads left; a younger part may be another process' download. */
  private static void deleteStaleParts(Path folder) throws IOException {
    Instant stale = Instant.now().minus(STALE);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(stale)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static void append(Path part, ByteBuffer bytes) {
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  private static void publish(Path part, Path target) {
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      out.force(true);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private static UserException unwritable(Path path, IOException e) {
    return new UserException(
        path
            + ": cannot be written ("
            + e
            + "); free space or permit it, name another cache folder in XDG_CACHE_HOME, or give"
            + " the data with --data",
        e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case ConnectException _ -> "no connection";
      case HttpTimeoutException _ -> "no answer in time";
      case EOFException _ -> "the file came cut short";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
