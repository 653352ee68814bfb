package dev.weft.kernels.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.CharacterRange;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells whether a kernel has changed: the SHA-256 of its byte code and of that of all methods of
 * ours that it calls, without what only a debugger reads. So neither comments nor the compiler's
 * debug flags change it, nor do other methods of the class.
 */
final class KernelHash {
  private static final String OURS = "dev/weft/";

  private static final ClassFile FORMAT =
      ClassFile.of(
          ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.ConstantPoolSharingOption.NEW_POOL);

  private final Map<String, ClassModel> classes = new HashMap<>();

  /** A class file with nothing but one method, by the method's owner, name and type. */
  private final Map<String, byte[]> methods = new TreeMap<>();

  private final ClassLoader loader;

  private KernelHash(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * 64 hexadecimal digits.
   *
   * @param kernel a method of a class whose class file can be read
   */
  static String of(Method kernel) {
    KernelHash hash = new KernelHash(kernel.getDeclaringClass().getClassLoader());
    hash.add(
        kernel.getDeclaringClass().getName().replace('.', '/'),
        kernel.getName(),
        MethodType.methodType(kernel.getReturnType(), kernel.getParameterTypes())
            .descriptorString());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      hash.methods.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private void add(String owner, String name, String type) {
    String key = owner + "." + name + type;
    if (methods.containsKey(key)) {
      return;
    }
    ClassModel holder = classes.computeIfAbsent(owner, this::parse);
    MethodModel method =
        holder.methods().stream()
            .filter(m -> m.methodName().equalsString(name) && m.methodType().equalsString(type))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no method " + key));
    CodeModel code =
        method.code().orElseThrow(() -> new IllegalArgumentException("no code in " + key));
    methods.put(
        key,
        FORMAT.build(
            holder.thisClass().asSymbol(),
            file ->
                file.withVersion(ClassFile.JAVA_25_VERSION, 0)
                    .withMethod(
                        name,
                        method.methodTypeSymbol(),
                        method.flags().flagsMask(),
                        copy -> copy.withCode(body -> withoutDebug(code).forEach(body)))));
    code.forEach(element -> {
      if (element instanceof InvokeInstruction call
          && call.owner().asInternalName().startsWith(OURS)) {
        add(call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
      }
    });
  }

  /** Not by an option of the format, which would drop {@code @Parallel} as well. */
  private static Stream<CodeElement> withoutDebug(CodeModel code) {
    return code.elementStream()
        .filter(element ->
            switch (element) {
              case LineNumber _, LocalVariable _, LocalVariableType _, CharacterRange _ -> false;
              default -> true;
            });
  }

  private ClassModel parse(String owner) {
    String file = owner + ".class";
    try (InputStream in = loader.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("cannot read " + file);
      }
      return FORMAT.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
