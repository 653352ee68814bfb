package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the doctor finds, and when that is a failure. */
class DoctorCommandTest {
  @TempDir private Path folder;

  private Cli cli() throws IOException {
    MadeImages.write(folder.resolve("images"), 20, 10);
    return Cli.in(folder);
  }

  @Test
  void aWorkingDeviceIsWell() throws IOException {
    Cli.Result result = cli().run("doctor", "--device=cpu").succeeded();
    for (String line :
        List.of(
            "  ok    JDK +25.*",
            "  ok    Vector API .*",
            "  ok    Fashion-MNIST +your own files from .*",
            "  warn  TornadoVM +not installed",
            " +-> install it with SDKMAN .*",
            "cpu",
            "  ok    a sum +4096 numbers add up to 12285, \\d+ ms",
            "  ok    60 launches +all run, in order, \\d+ ms",
            "\\d+ ok, \\d+ to look at, 0 broken")) {
      assertTrue(
          result.out().lines().anyMatch(each -> each.matches(line)), line + "\n" + result.out());
    }
  }

  @Test
  void aBrokenDeviceIsNot() throws IOException {
    Cli.Result result = cli().run("doctor", "--device=wrong", "--json");
    assertEquals(1, result.code(), result.err());
    JsonNode report = result.json();
    assertEquals(2, report.get("failures").asInt());
    List<String> failed = new ArrayList<>();
    report
        .get("findings")
        .forEach(line -> {
          if (line.get("status").asString().equals("fail")) {
            assertEquals("wrong", line.get("area").asString());
            assertTrue(line.get("mend").asString().length() > 10);
            failed.add(line.get("found").asString());
          }
        });
    assertEquals(List.of("4096 numbers add up to 12286.0, not to 12285", "nothing failed"), failed);
  }

  @Test
  void aDeviceThatIsAskedForMustBeThere() throws IOException {
    Cli.Result result = cli().run("doctor", "--device=cuda");
    assertEquals(1, result.code());
    assertTrue(result.out().contains("  fail  device"), result.out());
    assertTrue(result.out().contains("no device 'cuda' on this machine"), result.out());
  }

  @Test
  void missingDataIsAFailureOnlyWhereItWasNamed() throws IOException {
    Cli lost = cli().with(Map.of("WEFT_DATA", folder.resolve("lost").toString()));
    Cli.Result named = lost.run("doctor", "--device=cpu");
    assertEquals(1, named.code());
    assertTrue(named.out().contains("lost, which lacks some of the four files"), named.out());
    Cli none = cli().with(Map.of("HOME", folder.toString()));
    String text = none.run("doctor", "--device=cpu").succeeded().out();
    assertTrue(text.contains("  warn  Fashion-MNIST"), text);
  }
}
