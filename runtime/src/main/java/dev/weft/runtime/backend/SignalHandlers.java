package dev.weft.runtime.backend;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the JVM's signal handlers where a driver puts its own in their place. LLVM does so, on
 * which PoCL and other drivers are built: to clean up when it crashes. But in a JVM a SIGSEGV is
 * nothing unusual: a null check or a stop for the garbage collector may come as one. With LLVM's
 * handler it ends the process without a word, as does Ctrl-C.
 */
public final class SignalHandlers {
  static final int LAST = 31;

  /** More than a {@code struct sigaction} has on any system; what is in it does not matter here. */
  static final int BYTES = 512;

  /** {@code int sigaction(int, const struct sigaction *, struct sigaction *)}; not on Windows. */
  private static final Optional<MethodHandle> SIGACTION = find();

  private SignalHandlers() {}

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find() {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("sigaction")
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS)));
  }

  /**
   * Lets a driver be loaded, or do what it does for the first time, and then puts all handlers
   * back.
   *
   * @return what {@code action} returns
   */
  public static synchronized <T> T keep(Supplier<T> action) {
    if (SIGACTION.isEmpty()) {
      return action.get();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment[] before = new MemorySegment[LAST + 1];
      for (int signal = 1; signal <= LAST; signal++) {
        MemorySegment handler = arena.allocate(BYTES, Long.BYTES);
        // Some cannot be asked for, as nobody can handle them.
        before[signal] =
            sigaction(signal, MemorySegment.NULL, handler) == 0 ? handler : MemorySegment.NULL;
      }
      try {
        return action.get();
      } finally {
        for (int signal = 1; signal <= LAST; signal++) {
          if (!before[signal].equals(MemorySegment.NULL)) {
            sigaction(signal, before[signal], MemorySegment.NULL);
          }
        }
      }
    }
  }

  /** The system's, which must have one: 0 if it could be done. */
  static int sigaction(int signal, MemorySegment handler, MemorySegment old) {
    try {
      return (int) SIGACTION.orElseThrow().invokeExact(signal, handler, old);
    } catch (Throwable e) {
      throw new IllegalStateException("sigaction", e);
    }
  }
}
