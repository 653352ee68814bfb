package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
  private static final int MB = 1 << 20;

  private static ByteArrayInputStream body(int bytes) {
    return new ByteArrayInputStream(new byte[bytes]);
  }

  /** A sender whose body nobody reads to its end sees the connection break, and no answer. */
  @Test
  void whatIsTurnedAwayIsReadToItsEnd() throws Exception {
    RequestBody bodies = new RequestBody(16L * MB);
    try (RequestBody.Held held = bodies.read(body(4 * MB), 4 * MB)) {
      assertEquals(4 * MB, held.bytes().length);
      ByteArrayInputStream second = body(8 * MB);
      assertEquals(429, assertThrows(HttpFailure.class, () -> bodies.read(second, 8 * MB)).code());
      assertEquals(0, second.available());
    }
    try (RequestBody.Held held = bodies.read(body(5 * MB), -1)) {
      assertEquals(5 * MB, held.bytes().length, "all was given back");
    }
    ByteArrayInputStream large = body(9 * MB);
    assertEquals(413, assertThrows(HttpFailure.class, () -> bodies.read(large, -1)).code());
    assertEquals(0, large.available());
  }
}
