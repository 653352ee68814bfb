package dev.weft.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeAnnotation;
import java.lang.classfile.TypeAnnotation.LocalVarTarget;
import java.lang.classfile.TypeAnnotation.LocalVarTargetInfo;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Runs device kernels one work-item at a time, in an order of a test's choice: loads them again
 * with a parallel loop that starts at {@link #item} and ends after it.
 */
public final class WorkItems extends ClassLoader {
  private static final ClassDesc HERE = ClassDesc.ofDescriptor(WorkItems.class.descriptorString());
  private static final String PARALLEL = Parallel.class.descriptorString();

  /** The work-item that runs next. */
  public static int item;

  WorkItems() {
    super(WorkItems.class.getClassLoader());
  }

  /** Runs the work-items of {@code order} one after the other. */
  void run(Launch launch, Object[] arrays, List<Integer> order) {
    Method kernel = launch.kernel();
    try {
      Method one =
          loadClass(kernel.getDeclaringClass().getName())
              .getMethod(kernel.getName(), kernel.getParameterTypes());
      for (int next : order) {
        item = next;
        one.invoke(null, arrays);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(kernel + ", work-item " + item + ": " + e.getCause(), e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.weft.kernels.") || name.equals(WorkItems.class.getName())) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    return loaded != null ? loaded : findClass(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassFile file = ClassFile.of();
      byte[] code = file.transformClass(file.parse(in.readAllBytes()), single());
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static ClassTransform single() {
    return (builder, element) -> {
      if (element instanceof MethodModel method && loop(method).isPresent()) {
        LocalVarTargetInfo loop = loop(method).orElseThrow();
        builder.transformMethod(
            method, MethodTransform.transformingCode(single(loop.index(), loop.startLabel())));
      } else {
        builder.with(element);
      }
    };
  }

  /** The first test of the loop's condition stands at {@code start}. */
  private static CodeTransform single(int variable, Label start) {
    return (builder, element) -> {
      if (element instanceof LabelTarget target && target.label().equals(start)) {
        builder.getstatic(HERE, "item", ConstantDescs.CD_int).istore(variable).with(element);
      } else if (element instanceof IncrementInstruction step && step.slot() == variable) {
        builder.loadConstant(Integer.MAX_VALUE).istore(variable);
      } else {
        builder.with(element);
      }
    };
  }

  /** The variable of the parallel loop, and where it lives. */
  private static Optional<LocalVarTargetInfo> loop(MethodModel method) {
    return method
        .code()
        .flatMap(code -> code.findAttribute(Attributes.runtimeInvisibleTypeAnnotations()))
        .stream()
        .flatMap(attribute -> attribute.annotations().stream())
        .filter(a -> a.annotation().className().equalsString(PARALLEL))
        .map(TypeAnnotation::targetInfo)
        .filter(LocalVarTarget.class::isInstance)
        .map(target -> ((LocalVarTarget) target).table().getFirst())
        .findFirst();
  }
}
