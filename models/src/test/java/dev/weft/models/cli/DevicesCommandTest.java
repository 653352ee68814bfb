package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DevicesCommandTest {
  @TempDir private Path folder;

  @Test
  void jsonListsThemAndTheOneThatIsTaken() {
    JsonNode devices = Cli.in(folder).run("devices", "--json").succeeded().json();
    Set<String> ids = new HashSet<>();
    devices.forEach(device -> ids.add(device.get("id").asString()));
    assertTrue(ids.containsAll(Set.of("cpu", "jvm", "reference")), ids.toString());
    List<JsonNode> taken =
        StreamSupport.stream(devices.spliterator(), false)
            .filter(device -> device.get("auto").asBoolean())
            .toList();
    assertEquals(1, taken.size());
    assertTrue(!taken.getFirst().get("properties").isEmpty());
  }

  @Test
  void textSaysWhichAutoTakesAndWhy() {
    String text = Cli.in(folder).run("devices").succeeded().out();
    assertTrue(text.lines().anyMatch(line -> line.matches("reference +reference .*")), text);
    assertTrue(text.contains("--device auto takes "), text);
  }
}
