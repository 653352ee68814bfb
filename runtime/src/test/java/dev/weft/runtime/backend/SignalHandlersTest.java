package dev.weft.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.runtime.backend.opencl.OpenClBackend;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whether the JVM's signal handlers stay in their place. */
@EnabledOnOs(OS.LINUX)
final class SignalHandlersTest {
  private static final int URGENT = 23;
  private static final long IGNORE = 1;

  /** {@code sighandler_t signal(int, sighandler_t)}, pointers as numbers. */
  @SuppressWarnings("restricted")
  private static long signal(int signal, long handler) {
    MethodHandle function =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("signal"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    try {
      return (long) function.invokeExact(signal, handler);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Addresses of all handlers: the first field of Linux's {@code struct sigaction}. */
  private static long[] handlers() {
    long[] handlers = new long[SignalHandlers.LAST + 1];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment old = arena.allocate(SignalHandlers.BYTES, Long.BYTES);
      for (int signal = 1; signal < handlers.length; signal++) {
        if (SignalHandlers.sigaction(signal, MemorySegment.NULL, old) == 0) {
          handlers[signal] = old.get(ValueLayout.JAVA_LONG, 0);
        }
      }
    }
    return handlers;
  }

  @Test
  void replacedHandlersComeBack() {
    long before = handlers()[URGENT];
    assertEquals(
        "done",
        SignalHandlers.keep(() -> {
          assertEquals(before, signal(URGENT, IGNORE));
          return "done";
        }));
    assertNotEquals(IGNORE, before);
    assertEquals(before, handlers()[URGENT]);
  }

  @Test
  void handlersComeBackAfterAFailure() {
    long[] before = handlers();
    assertThrows(
        IllegalStateException.class,
        () ->
            SignalHandlers.keep(() -> {
              signal(URGENT, IGNORE);
              throw new IllegalStateException();
            }));
    assertEquals(Arrays.toString(before), Arrays.toString(handlers()));
  }

  @Test
  void openClLeavesTheHandlersOfTheJvm() throws IOException, InterruptedException {
    TestDevice.of(new OpenClBackend());
    List<String> lines = TestJvm.run(PrintHandlers.class, Map.of());
    assertEquals(3, lines.size());
    assertEquals(lines.get(0), lines.get(1), "after devices were looked for");
    assertEquals(lines.get(0), lines.get(2), "after a program was built");
  }

  /** Started by the test in a JVM that has loaded no driver yet. */
  static final class PrintHandlers {
    public static void main(String[] args) {
      System.out.println(Arrays.toString(handlers()));
      OpenClBackend backend = new OpenClBackend();
      Device device = backend.devices().getFirst();
      System.out.println(Arrays.toString(handlers()));
      backend.provokeFailure(device);
      System.out.println(Arrays.toString(handlers()));
    }
  }
}
