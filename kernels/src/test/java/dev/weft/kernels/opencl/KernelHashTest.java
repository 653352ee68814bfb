package dev.weft.kernels.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes the hash of a kernel, and what does not. */
final class KernelHashTest {
  private static final String SOURCE =
      """
      package dev.weft.sample;

      import dev.weft.kernels.Parallel;

      public final class Kernels {
        public static void scale(float[] x, int[] shape) {
          int n = shape[0];
          for (@Parallel int i = 0; i < n; i++) {
            x[i] = twice(x[i]) + 1f;
          }
        }

        private static float twice(float v) {
          return 2f * v;
        }

        static float other(float v) {
          return v;
        }
      }
      """;

  @TempDir Path folder;
  private int compilations;

  @Test
  void commentsAndNamesDoNotCount() throws Exception {
    assertEquals(
        hash(SOURCE, "-g"),
        hash(
            SOURCE
                .replace("int n = shape[0];", "// How many.\n\n    int count = shape[0];")
                .replace("i < n", "i < count"),
            "-g"));
  }

  @Test
  void debugFlagsDoNotCount() throws Exception {
    String hash = hash(SOURCE, "-g");
    assertEquals(hash, hash(SOURCE, "-g:none"));
    assertEquals(hash, hash(SOURCE, "-g", "-parameters"));
  }

  @Test
  void otherMethodsOfTheClassDoNotCount() throws Exception {
    assertEquals(hash(SOURCE, "-g"), hash(SOURCE.replace("return v;", "return 7f - v;"), "-g"));
    assertEquals(
        hash(SOURCE, "-g"),
        hash(
            SOURCE.replace("  public static", "  static final String S = \"s\";\n  public static"),
            "-g"));
  }

  @Test
  void whatIsComputedCounts() throws Exception {
    assertNotEquals(hash(SOURCE, "-g"), hash(SOURCE.replace("1f", "1.5f"), "-g"));
    assertNotEquals(hash(SOURCE, "-g"), hash(SOURCE.replace("i = 0", "i = 1"), "-g"));
    assertNotEquals(hash(SOURCE, "-g"), hash(SOURCE.replace("i < n", "i <= n"), "-g"));
  }

  @Test
  void whatIsCalledCounts() throws Exception {
    assertNotEquals(hash(SOURCE, "-g"), hash(SOURCE.replace("2f *", "3f *"), "-g"));
  }

  @Test
  void parallelLoopsCount() throws Exception {
    assertNotEquals(hash(SOURCE, "-g"), hash(SOURCE.replace("@Parallel ", ""), "-g"));
  }

  private String hash(String source, String... options) throws Exception {
    Path home = Files.createDirectory(folder.resolve("classes" + compilations++));
    Path file = home.resolve("Kernels.java");
    Files.writeString(file, source);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", home.toString()));
      arguments.addAll(List.of(options));
      assertTrue(
          javac.getTask(null, files, null, arguments, null, files.getJavaFileObjects(file)).call());
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {home.toUri().toURL()}, getClass().getClassLoader())) {
      Method kernel =
          loader
              .loadClass("dev.weft.sample.Kernels")
              .getMethod("scale", float[].class, int[].class);
      return KernelHash.of(kernel);
    }
  }
}
