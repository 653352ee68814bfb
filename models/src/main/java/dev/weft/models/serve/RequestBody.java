package dev.weft.models.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads the bodies of requests, each of at most 8 MB, and all that are held at a time within a
 * share of the heap. A slow client holds only what it has sent.
 */
final class RequestBody {
  /** Largest body, in bytes. */
  static final int MAX_BYTES = 8 << 20;

  private static final int KIB = 1024;
  private static final int STEP = 16 * KIB;

  /** What is read of a body that is turned away, so that its sender comes to read the answer. */
  private static final long DRAIN = 4L * MAX_BYTES;

  private final Semaphore kib;

  RequestBody() {
    this(Math.max(3L * MAX_BYTES, Runtime.getRuntime().maxMemory() / 5));
  }

  /** With so many bytes for all bodies together. */
  RequestBody(long share) {
    this.kib = new Semaphore((int) Math.min(share / KIB, Integer.MAX_VALUE));
  }

  /** A body in memory, until it is closed. */
  final class Held implements AutoCloseable {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int reserved;

    byte[] bytes() {
      return content.toByteArray();
    }

    @Override
    public void close() {
      kib.release(reserved);
      reserved = 0;
    }
  }

  /**
   * Reads all of {@code in}.
   *
   * @throws HttpFailure 413 if it is too long, 429 if there is no room for it at the moment
   */
  Held read(InputStream in, long announced) throws IOException, HttpFailure {
    try {
      if (announced > MAX_BYTES) {
        throw tooLarge();
      }
      return read(in);
    } catch (HttpFailure e) {
      drain(in); // with nothing held any more
      throw e;
    }
  }

  private Held read(InputStream in) throws IOException, HttpFailure {
    Held held = new Held();
    byte[] step = new byte[STEP];
    boolean done = false;
    try {
      for (int n = in.read(step); n >= 0; n = in.read(step)) {
        if (held.content.size() + n > MAX_BYTES) {
          throw tooLarge();
        }
        reserve(held, n);
        held.content.write(step, 0, n);
      }
      done = true;
      return held;
    } finally {
      if (!done) {
        held.close();
      }
    }
  }

  private void reserve(Held held, int more) throws HttpFailure {
    // Arrays that grow are twice as long as what is in them, and then copied.
    int wanted = Math.ceilDiv(3 * (held.content.size() + more), 2 * KIB) - held.reserved;
    if (wanted > 0) {
      if (!kib.tryAcquire(wanted)) {
        throw new HttpFailure(429, "too much is being sent at the moment; try again");
      }
      held.reserved += wanted;
    }
  }

  private static HttpFailure tooLarge() {
    return new HttpFailure(413, "the body is larger than 8 MB");
  }

  private static void drain(InputStream in) throws IOException {
    in.skip(DRAIN);
  }
}
