package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DevicesCommandTest {
  @TempDir private Path folder;

  @Test
  void jsonListsThemAndTheOneThatIsTaken() {
    JsonNode report = Cli.in(folder).run("devices", "--json").succeeded().json();
    JsonNode devices = report.get("devices");
    Set<String> ids = new HashSet<>();
    devices.forEach(device -> ids.add(device.get("id").asString()));
    assertTrue(ids.containsAll(Set.of("cpu", "jvm", "reference")), ids.toString());
    List<JsonNode> taken =
        StreamSupport.stream(devices.spliterator(), false)
            .filter(device -> device.get("auto").asBoolean())
            .toList();
    assertEquals(1, taken.size());
    assertEquals(report.get("auto").get("id"), taken.getFirst().get("id"));
    for (JsonNode device : devices) {
      assertTrue(device.get("compute_units").asInt() > 0, device::toString);
      assertTrue(device.get("memory_bytes").asLong() > 0, device::toString);
      assertTrue(device.get("driver").asString().length() > 1, device::toString);
    }
  }

  @Test
  void textSaysWhichAutoTakesAndWhy() {
    String text =
        Cli.in(folder).with(Map.of("HOME", folder.toString())).run("devices").succeeded().out();
    assertTrue(text.lines().anyMatch(line -> line.matches("reference +cpu +1 .*")), text);
    assertTrue(
        text.matches("(?s).*--device auto takes .* \\(auto: .*\\). It passes over\n.*"), text);
    assertTrue(text.contains("  reference  only when asked for"), text);
    assertTrue(text.contains("  tornado    TornadoVM is not installed: install it"), text);
  }
}
