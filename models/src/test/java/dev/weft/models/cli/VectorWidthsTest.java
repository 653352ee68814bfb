package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                OwnJvm.command(
                    List.of("-Xmx512m", "-XX:MaxVectorSize=" + bytes, "-Dos.arch=" + architecture),
                    "verify",
                    "--device=cpu",
                    "--quick"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }
}
