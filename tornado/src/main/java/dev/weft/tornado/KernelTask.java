package dev.weft.tornado;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import uk.ac.manchester.tornado.api.common.TaskPackage;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task1;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task10;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task2;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task3;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task4;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task6;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task7;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task8;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task9;

/** A task given as a method and its arguments, where TornadoVM asks for a typed lambda. */
final class KernelTask extends TaskPackage {
  /** The lambda types by number of parameters, from 1. */
  private static final List<Class<?>> TYPES =
      List.of(
          Task1.class,
          Task2.class,
          Task3.class,
          Task4.class,
          Task5.class,
          Task6.class,
          Task7.class,
          Task8.class,
          Task9.class,
          Task10.class);

  private final Object[] parameters;

  /**
   * A task of a graph.
   *
   * @param id unique within the graph
   * @param kernel a public static void method of a public class
   * @param args in order
   * @throws IllegalArgumentException if {@code kernel} does not take {@code args}: TornadoVM would
   *     not notice, and the device would read past the end of an array
   */
  KernelTask(String id, Method kernel, Object[] args) {
    super(id, null);
    Class<?>[] types = kernel.getParameterTypes();
    if (types.length != args.length || types.length > TYPES.size()) {
      throw new IllegalArgumentException(
          "%s: %d arguments for %d parameters, of at most %d"
              .formatted(kernel, args.length, types.length, TYPES.size()));
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(args[i])) {
        throw new IllegalArgumentException(
            "%s: argument %d is a %s".formatted(kernel, i, args[i].getClass().getSimpleName()));
      }
    }
    parameters = new Object[args.length + 1];
    parameters[0] = lambda(kernel);
    System.arraycopy(args, 0, parameters, 1, args.length);
  }

  @Override
  public int getTaskType() {
    return parameters.length - 1;
  }

  @Override
  public Object[] getTaskParameters() {
    return parameters;
  }

  /**
   * What javac makes of {@code (TaskN) Holder::kernel}. TornadoVM reads the method out of the byte
   * code of {@code apply}, so nothing that calls the kernel indirectly would do.
   */
  private static Object lambda(Method kernel) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle handle = lookup.unreflect(kernel);
      MethodType type = handle.type();
      return LambdaMetafactory.metafactory(
              lookup,
              "apply",
              MethodType.methodType(TYPES.get(type.parameterCount() - 1)),
              type.generic().changeReturnType(void.class),
              handle,
              type)
          .getTarget()
          .invoke();
    } catch (Throwable e) {
      throw new IllegalArgumentException("not a kernel: " + kernel, e);
    }
  }
}
