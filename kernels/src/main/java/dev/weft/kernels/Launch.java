package dev.weft.kernels;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * One launch of a device kernel: a {@code static void} method over {@code float[]} and {@code
 * int[]} with one {@link Parallel} loop, and what it is called with.
 *
 * <p>The last argument of every kernel is its shape, an {@code int[]} of constants. Kernels are
 * named by a typed method reference, from which the backend that compiles them takes the method.
 *
 * @param kernel the method
 * @param items iterations of its parallel loop
 * @param args in order, the shape last
 */
public record Launch(Method kernel, int items, List<Arg<?>> args) {
  public Launch {
    args = List.copyOf(args);
    if (items < 1) {
      throw new IllegalArgumentException(kernel.getName() + ": " + items + " work-items");
    }
    requireOneArgument(kernel, args);
  }

  /**
   * TornadoVM's scheduler, given two arguments that write one array, waits for itself for ever. And
   * compilers are told that what a kernel writes is not what it reads under another name.
   */
  private static void requireOneArgument(Method kernel, List<Arg<?>> args) {
    for (int i = 0; i < args.size(); i++) {
      for (int j = 0; j < args.size(); j++) {
        if (i != j
            && args.get(i) instanceof Device<?>(Buffer buffer, boolean written)
            && written
            && args.get(j) instanceof Device<?>(Buffer other, _)
            && buffer.equals(other)) {
          throw new IllegalArgumentException(
              "%s writes buffer %s, which is argument %d as well as %d: copy it, or make it two launches"
                  .formatted(kernel.getName(), buffer.name(), Math.min(i, j), Math.max(i, j)));
        }
      }
    }
  }

  /**
   * What a kernel is given.
   *
   * @param <T> {@code float[]} or {@code int[]}
   */
  public sealed interface Arg<T> {}

  /**
   * A buffer of the program.
   *
   * @param buffer the memory
   * @param written whether the slot that it fills is written; it then is the only argument of its
   *     launch with that buffer
   */
  public record Device<T>(Buffer buffer, boolean written) implements Arg<T> {}

  /** Memory that only the launches of one call share; two of one name are the same memory. */
  public record Scratch(String name, int length) implements Arg<float[]> {
    public Scratch {
      if (length < 1 || length > Index.MOST_ELEMENTS) {
        throw new IllegalArgumentException("scratch " + name + ": length " + length);
      }
    }
  }

  /**
   * Scratch for as many elements as the product of {@code extents}.
   *
   * @throws TooLargeException if these are more than kernels can address
   */
  public static Scratch scratch(String name, int... extents) {
    long length = 1;
    for (int extent : extents) {
      length = Math.multiplyExact(length, extent);
      if (length > Index.MOST_ELEMENTS) {
        throw new TooLargeException(
            "more than the %,d values that its memory '%s' may have"
                .formatted(Index.MOST_ELEMENTS, name));
      }
    }
    return new Scratch(name, (int) length);
  }

  /** Constants known when the program is built. */
  public record Constants(List<Integer> values) implements Arg<int[]> {
    public Constants {
      values = List.copyOf(values);
    }

    public int[] toArray() {
      return values.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Real constants known when the program is built, such as a learning rate. */
  public record Reals(List<Float> values) implements Arg<float[]> {
    public Reals {
      values = List.copyOf(values);
    }

    public float[] toArray() {
      float[] array = new float[values.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = values.get(i);
      }
      return array;
    }
  }

  /** Real constants. */
  public static Reals reals(Float... values) {
    return new Reals(List.of(values));
  }

  /** Constants, last argument of every launch. */
  public static Constants shape(Integer... values) {
    return new Constants(List.of(values));
  }

  /** A kernel of two arguments. */
  @FunctionalInterface
  public interface Kernel2<A, B> extends Serializable {
    void run(A a, B b);
  }

  /** A kernel of three arguments. */
  @FunctionalInterface
  public interface Kernel3<A, B, C> extends Serializable {
    void run(A a, B b, C c);
  }

  /** A kernel of four arguments. */
  @FunctionalInterface
  public interface Kernel4<A, B, C, D> extends Serializable {
    void run(A a, B b, C c, D d);
  }

  /** A kernel of five arguments. */
  @FunctionalInterface
  public interface Kernel5<A, B, C, D, E> extends Serializable {
    void run(A a, B b, C c, D d, E e);
  }

  /** A kernel of six arguments. */
  @FunctionalInterface
  public interface Kernel6<A, B, C, D, E, F> extends Serializable {
    void run(A a, B b, C c, D d, E e, F f);
  }

  /** A kernel of seven arguments. */
  @FunctionalInterface
  public interface Kernel7<A, B, C, D, E, F, G> extends Serializable {
    void run(A a, B b, C c, D d, E e, F f, G g);
  }

  public static <A, B> Launch of(int items, Kernel2<A, B> kernel, Arg<A> a, Arg<B> b) {
    return new Launch(method(kernel), items, List.of(a, b));
  }

  public static <A, B, C> Launch of(
      int items, Kernel3<A, B, C> kernel, Arg<A> a, Arg<B> b, Arg<C> c) {
    return new Launch(method(kernel), items, List.of(a, b, c));
  }

  public static <A, B, C, D> Launch of(
      int items, Kernel4<A, B, C, D> kernel, Arg<A> a, Arg<B> b, Arg<C> c, Arg<D> d) {
    return new Launch(method(kernel), items, List.of(a, b, c, d));
  }

  public static <A, B, C, D, E> Launch of(
      int items, Kernel5<A, B, C, D, E> kernel, Arg<A> a, Arg<B> b, Arg<C> c, Arg<D> d, Arg<E> e) {
    return new Launch(method(kernel), items, List.of(a, b, c, d, e));
  }

  public static <A, B, C, D, E, F> Launch of(
      int items,
      Kernel6<A, B, C, D, E, F> kernel,
      Arg<A> a,
      Arg<B> b,
      Arg<C> c,
      Arg<D> d,
      Arg<E> e,
      Arg<F> f) {
    return new Launch(method(kernel), items, List.of(a, b, c, d, e, f));
  }

  public static <A, B, C, D, E, F, G> Launch of(
      int items,
      Kernel7<A, B, C, D, E, F, G> kernel,
      Arg<A> a,
      Arg<B> b,
      Arg<C> c,
      Arg<D> d,
      Arg<E> e,
      Arg<F> f,
      Arg<G> g) {
    return new Launch(method(kernel), items, List.of(a, b, c, d, e, f, g));
  }

  /** Runs the kernel on the JVM as the ordinary loop it is. */
  public void runOnJvm(Object... arrays) {
    try {
      kernel.invoke(null, arrays);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(kernel + " is not public", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(kernel + " failed: " + e.getCause(), e.getCause());
    }
  }

  /** The method that a method reference names; javac records it in the serialised form. */
  private static Method method(Serializable reference) {
    try {
      Method writeReplace = reference.getClass().getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      SerializedLambda lambda = (SerializedLambda) writeReplace.invoke(reference);
      Class<?> holder = MethodHandles.lookup().findClass(lambda.getImplClass().replace('/', '.'));
      for (Method candidate : holder.getDeclaredMethods()) {
        if (candidate.getName().equals(lambda.getImplMethodName())) {
          return candidate;
        }
      }
      throw new IllegalArgumentException("no method " + lambda.getImplMethodName());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("not a method reference: " + reference.getClass(), e);
    }
  }
}
