package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Vector API's kernels as other processors would have them, as far as this one can do it: tiles
 * of narrower vectors, and as many of these as 16 or, on ARM, 32 registers hold.
 */
class VectorWidthsTest {

  @ParameterizedTest
  @CsvSource({
    "16, amd64", // SSE
    "16, aarch64", // NEON
    "32, amd64", // AVX2
    "32, aarch64", // SVE of 256 bits
  })
  void agreesWithTheReferenceAtEveryWidth(int bytes, String architecture)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:MaxVectorSize=" + bytes,
                "-Dos.arch=" + architecture,
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "verify",
                "--device=cpu",
                "--quick")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }
}
