package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Ops;
import dev.weft.runtime.checkpoint.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What users are told of agreement, and that a device which is wrong does not pass. */
class VerifyCommandTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void makeModel() throws IOException {
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
  }

  @Test
  void aModelsOpsAndStepAgree() {
    String text = cli.run("verify", "tiny.json", "--device=cpu").succeeded().out();
    assertTrue(text.startsWith("device: cpu, Java Vector API (asked for)"), text);
    for (String line :
        new String[] {
          "conv2d\\.forward +y +2 +50,176 +0\\.\\d+ +agrees .*",
          "steps of tiny, batch 8",
          "optimizer\\.adadelta +params +1 +7,890 +[01]\\.\\d+ +\\S+ +agrees +params",
          "run as a whole: the same bit for bit",
          "cpu agrees with the reference: \\d+ comparisons, .* s"
        }) {
      assertTrue(text.lines().anyMatch(each -> each.matches(line)), line + "\n" + text);
    }
    assertFalse(Files.exists(folder.resolve("mismatch")), "nothing disagrees");
  }

  @Test
  void openClAgreesToo() {
    OpenClDevice.require();
    JsonNode report =
        cli.run("verify", "tiny.json", "--device=opencl", "--batch=3", "--json").succeeded().json();
    assertTrue(report.get("agrees").asBoolean());
    assertEquals("opencl", report.get("device").get("backend").asString());
    assertEquals(3, report.get("steps").get(0).get("batch").asInt());
    assertTrue(report.get("compared").asInt() > 30);
  }

  @Test
  void aWrongDeviceFailsAndLeavesBundles() {
    Cli.Result result = cli.run("verify", "tiny.json", "--device=wrong", "--out=kept");
    assertEquals(1, result.code(), result.err());
    String text = result.out();
    assertTrue(text.contains("DISAGREES (2)"), text);
    assertTrue(text.contains("  dense.forward: y["), text);
    assertTrue(text.contains("wrong DISAGREES with the reference"), text);
    Path kept =
        folder.resolve("kept").resolve("dense.forward_x-8-784_w-784-10_b-10_y-8-10_exact/y");
    assertTrue(text.contains("  " + kept), text);
    SafeTensors tensors = SafeTensors.read(kept.resolve("tensors.safetensors"));
    assertEquals(
        Set.of("input.x", "input.w", "input.b", "reference.y", "device.y"),
        tensors.tensors().keySet());
    assertTrue(Files.exists(kept.resolve("case.json")));
    assertTrue(text.contains("tiny_batch_8_call_"), text);
  }

  @Test
  void jsonTellsWhatIsWrong() {
    Cli.Result result =
        cli.run("verify", "--op=dense.forward", "--quick", "--device=wrong", "--json");
    assertEquals(1, result.code(), result.err());
    JsonNode report = result.json();
    assertFalse(report.get("agrees").asBoolean());
    JsonNode line = report.get("ops").get(0);
    assertEquals("dense.forward", line.get("op").asString());
    assertEquals(4, line.get("cases").asInt());
    assertEquals(4, line.get("wrong").asInt());
    assertTrue(line.get("problem").asString().contains(", reference "));
    assertEquals(0, report.get("steps").size());
    assertEquals(4, report.get("kept").size());
  }

  @Test
  void allIsALineACase() {
    String few = cli.run("verify", "--op=relu", "--quick", "--device=jvm").succeeded().out();
    String all = cli.run("verify", "--op=relu", "--all", "--device=jvm").succeeded().out();
    assertEquals(2, few.lines().filter(line -> line.startsWith("relu.")).count(), few);
    assertEquals(20, all.lines().filter(line -> line.startsWith("relu.")).count(), all);
  }

  @Test
  void quickComparesEveryOpAndOnePreset() {
    JsonNode report = cli.run("verify", "--quick", "--device=cpu", "--json").succeeded().json();
    assertEquals(1, report.get("steps").size());
    assertEquals(4, report.get("steps").get(0).get("batch").asInt());
    Set<String> ops = new HashSet<>();
    report.get("ops").forEach(line -> ops.add(line.get("op").asString()));
    assertEquals(Ops.ALL.size(), ops.size(), ops::toString);
  }

  @Test
  void progressIsDrawnOnATerminal() {
    String text = cli.onTerminal().run("verify", "--op=relu", "--device=jvm").succeeded().out();
    assertTrue(text.contains("\rops [>"), text);
  }

  @Test
  void wrongWordsAreNamed() {
    assertTrue(
        cli.run("verify", "--op=conv2d.forwrd")
            .badUsage()
            .startsWith("no op 'conv2d.forwrd'; did you mean conv2d.forward?; there are "));
    assertEquals("--batch 0; allowed: at least 1", cli.run("verify", "--batch=0").badUsage());
    assertTrue(cli.run("verify", "lenet6").badUsage().startsWith("unknown model 'lenet6'"));
    assertTrue(cli.run("verify", "--device=cqu").failure().contains("did you mean cpu?"));
  }
}
