package dev.weft.kernels.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenCL C that TornadoVM made of a device kernel.
 *
 * <p>Its arguments are those that TornadoVM passes: a context of 24 bytes, a constant region, a
 * local region and atomics, none of which our kernels use; then the arrays of the Java method, each
 * behind a header of {@link #ARRAY_HEADER} bytes. It needs a work-item for each iteration of its
 * loop; more find nothing to do. {@code SHAPE(i)} stands for element i of the last array, and reads
 * it unless {@link #shape} comes before the text. Indexes are of type {@code INDEX}, int unless
 * {@link #LONG_INDEXES} comes before the text.
 *
 * @param name the kernel, which is the name of its Java method
 * @param text OpenCL C 1.2
 */
public record ShippedKernel(String name, String text) {
  /** Bytes before the first element of every array. */
  public static final int ARRAY_HEADER = 16;

  /** Arguments before the first array. */
  public static final int FIRST_ARRAY = 4;

  /**
   * OpenCL C to go before the text of a kernel where 64-bit integers cost no more than others: a
   * compiler for a CPU vectorises more when it need not fear that an index wraps.
   */
  public static final String LONG_INDEXES = "#define INDEX long\n";

  /**
   * OpenCL C to go before the text of a kernel for a CPU. LLVM, which compilers for CPUs build on,
   * takes half of a vector of 512 bits only where it tunes for Intel's first CPUs that had such,
   * which slowed down while they used them, and for all that it takes for one of those.
   */
  public static final String WHOLE_VECTORS =
      """
      #if defined(__AVX512F__) && defined(__clang__)
      #define __kernel __attribute__((target("tune=x86-64"))) kernel
      #endif
      """;

  private static final String HASH = "// Java code: sha256 ";
  private static final Pattern HASH_LINE =
      Pattern.compile("^" + HASH + "(\\p{XDigit}{64})$", Pattern.MULTILINE);

  /**
   * What ships of {@code kernel}; empty where nothing does.
   *
   * @param kernel the Java method
   */
  public static Optional<ShippedKernel> find(Method kernel) {
    String name = kernel.getName();
    try (InputStream in = ShippedKernel.class.getResourceAsStream(name + ".cl")) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new ShippedKernel(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts a header before OpenCL C.
   *
   * @param kernel the Java method that {@code code} was made of
   * @param tornadoVersion of the TornadoVM that made it
   */
  public static ShippedKernel of(Method kernel, String tornadoVersion, String code) {
    String text =
        """
        // %s.%s
        // Made by TornadoVM %s and tornado/export-kernels; not to be edited.
        %s%s

        #ifndef SHAPE
        #define SHAPE(i) (((__global int *) (shape + %d))[i])
        #endif
        #ifndef INDEX
        #define INDEX int
        #endif

        %s\
        """
            .formatted(
                kernel.getDeclaringClass().getName(),
                kernel.getName(),
                tornadoVersion,
                HASH,
                KernelHash.of(kernel),
                ARRAY_HEADER,
                code);
    return new ShippedKernel(kernel.getName(), text);
  }

  /**
   * Whether the Java method is still the one that this was made of.
   *
   * @see KernelHash
   */
  public boolean isMadeOf(Method kernel) {
    Matcher line = HASH_LINE.matcher(text);
    return line.find() && line.group(1).equals(KernelHash.of(kernel));
  }

  /** OpenCL C to go before the text of a kernel, which then works for this shape alone. */
  public static String shape(List<Integer> values) {
    StringBuilder defines = new StringBuilder("#define SHAPE(i) SHAPE_##i\n");
    for (int i = 0; i < values.size(); i++) {
      defines.append(String.format(Locale.ROOT, "#define SHAPE_%d (%d)\n", i, values.get(i)));
    }
    return defines.toString();
  }
}
