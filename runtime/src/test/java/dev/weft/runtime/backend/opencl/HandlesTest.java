package dev.weft.runtime.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How native objects are released. */
final class HandlesTest {
  private final List<String> released = new ArrayList<>();
  private final Handles handles = new Handles();

  @Test
  void lastIsReleasedFirstAndNoneTwice() {
    assertEquals("context", handles.own("context", released::add));
    handles.own("queue", released::add);
    handles.close();
    handles.close();
    assertEquals(List.of("queue", "context"), released);
  }

  @Test
  void allAreReleasedEvenIfOneFails() {
    handles.own("context", released::add);
    handles.own(
        "queue",
        queue -> {
          throw new IllegalStateException(queue);
        });
    handles.own("kernel", released::add);
    assertThrows(IllegalStateException.class, handles::close);
    assertEquals(List.of("kernel", "context"), released);
    assertDoesNotThrow(handles::close);
  }

  @Test
  void useAfterReleaseIsRejected() {
    assertDoesNotThrow(handles::checkOpen);
    handles.close();
    assertThrows(IllegalStateException.class, handles::checkOpen);
  }
}
