package dev.weft.kernels.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads a template class once for each set of constants, as a hidden class whose {@code static
 * final} fields come from its class data (JEP 371): the JIT then sees plain numbers where the
 * source has names.
 */
final class Specializer {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  // Pure memo: compiled code is worth keeping from one session to the next.
  private static final Map<Key, Object> LOADED = new ConcurrentHashMap<>();

  private record Key(Class<?> template, Record constants) {}

  private Specializer() {}

  /** The instance of {@code template}, of this package, made for {@code constants}. */
  static <T> T specialize(Class<T> type, Class<? extends T> template, Record constants) {
    return type.cast(
        LOADED.computeIfAbsent(new Key(template, constants), key -> load(template, constants)));
  }

  /** For the static initialiser of a template: the constants it was loaded for. */
  static <C> C constants(MethodHandles.Lookup template, Class<C> type) {
    try {
      return MethodHandles.classData(template, "_", type);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object load(Class<?> template, Record constants) {
    try (InputStream code = template.getResourceAsStream(template.getSimpleName() + ".class")) {
      if (code == null) {
        throw new IllegalStateException("no class file of " + template);
      }
      MethodHandles.Lookup hidden =
          LOOKUP.defineHiddenClassWithClassData(code.readAllBytes(), constants, true);
      return hidden
          .findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
          .invoke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot specialise " + template, e);
    }
  }
}
