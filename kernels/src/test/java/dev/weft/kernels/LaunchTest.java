package dev.weft.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.relu.ReluKernels;
import org.junit.jupiter.api.Test;

/** What a launch refuses. */
final class LaunchTest {
  private static final Buffer GRADS = new Buffer("grads", DType.F32, 8);
  private static final Buffer OTHER = new Buffer("other", DType.F32, 8);

  @Test
  void writtenBufferIsNoOtherArgument() {
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        backward(
                            new Launch.Device<>(GRADS, true), new Launch.Device<>(GRADS, true)))
                .getMessage());
    assertTrue(message.startsWith("reluBackward writes buffer grads"), message);
    assertTrue(message.contains("argument 1 as well as 2"), message);
    assertThrows(
        IllegalArgumentException.class,
        () -> backward(new Launch.Device<>(GRADS, false), new Launch.Device<>(GRADS, true)));
    assertThrows(
        IllegalArgumentException.class,
        () -> backward(new Launch.Device<>(GRADS, true), new Launch.Device<>(GRADS, false)));
  }

  @Test
  void bufferMayBeReadTwice() {
    Launch launch = backward(new Launch.Device<>(OTHER, false), new Launch.Device<>(GRADS, true));
    assertEquals(4, launch.args().size());
  }

  /** Reads {@link #OTHER} as its first argument. */
  private static Launch backward(Launch.Arg<float[]> dy, Launch.Arg<float[]> dx) {
    return Launch.of(
        8,
        ReluKernels::reluBackward,
        new Launch.Device<>(OTHER, false),
        dy,
        dx,
        Launch.shape(8, 0, 0, 0));
  }
}
