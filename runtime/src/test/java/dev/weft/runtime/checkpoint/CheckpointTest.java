package dev.weft.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {
  private static final Set<String> SLOTS = Set.of("accumulator", "delta");

  @TempDir Path folder;

  @Test
  void readsBackBitForBit() throws IOException {
    Checkpoint checkpoint = Samples.checkpoint();
    Path file = folder.resolve("last.safetensors");
    checkpoint.write(file);
    Checkpoint back = Checkpoint.read(file);
    assertEquals(checkpoint, back);
    assertEquals(List.copyOf(checkpoint.weights().keySet()), List.copyOf(back.weights().keySet()));
    assertEquals(
        List.copyOf(checkpoint.config().entrySet()), List.copyOf(back.config().entrySet()));
    assertEquals(checkpoint.sha256(), back.sha256());

    Path again = folder.resolve("again.safetensors");
    back.write(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        -0.0,
        0.1,
        1.0 / 3,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        2.225073858507201e-308,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void keepsEveryDouble(double value) {
    Path file = folder.resolve("last.safetensors");
    with(new Progress(Long.MAX_VALUE, Integer.MAX_VALUE, 0, value, 0, -value, Long.MAX_VALUE))
        .write(file);
    Progress back = Checkpoint.read(file).progress();
    assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(back.best()));
    assertEquals(Double.doubleToRawLongBits(-value), Double.doubleToRawLongBits(back.lossSum()));
    assertEquals(Long.MAX_VALUE, back.step());
  }

  @Test
  void theChecksumCoversEveryPart() {
    Checkpoint base = Samples.checkpoint();
    Progress p = base.progress();
    Map<String, NamedTensor> other = new LinkedHashMap<>(base.weights());
    other.put("conv1.bias", NamedTensor.of("conv1.bias", Shape.of(4), 0f, 0f, 0f, -0f));
    List<Checkpoint> changed =
        List.of(
            with(new Progress(p.step() + 1, 3, 17, p.best(), 2, p.lossSum(), 42)),
            with(new Progress(p.step(), 3, 17, Math.nextUp(p.best()), 2, p.lossSum(), 42)),
            new Checkpoint(
                base.modelJson() + " ",
                base.config(),
                base.seed(),
                base.backend(),
                p,
                base.weights(),
                base.optimizerState()),
            new Checkpoint(
                base.modelJson(),
                Map.of(),
                base.seed(),
                base.backend(),
                p,
                base.weights(),
                base.optimizerState()),
            new Checkpoint(
                base.modelJson(),
                base.config(),
                base.seed(),
                base.backend(),
                p,
                other,
                base.optimizerState()),
            new Checkpoint(
                base.modelJson(),
                base.config(),
                base.seed(),
                base.backend(),
                p,
                base.weights(),
                Map.of()));
    assertTrue(base.sha256().matches("[0-9a-f]{64}"));
    for (Checkpoint checkpoint : changed) {
      assertNotEquals(base.sha256(), checkpoint.sha256());
    }
  }

  /** The bytes of all parts, one after another, are the same. */
  @Test
  void theChecksumTellsWhereAPartEndsAndHowItIsShaped() {
    NamedTensor wide = NamedTensor.of("w", Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
    NamedTensor tall = NamedTensor.of("w", Shape.of(3, 2), wide.floats());
    NamedTensor zero = NamedTensor.of("w", Shape.of(1), 0f);
    NamedTensor none = NamedTensor.of("w", Shape.of(1), 0);
    assertNotEquals(sha256(Map.of(), wide), sha256(Map.of(), tall));
    assertNotEquals(sha256(Map.of(), zero), sha256(Map.of(), none));
    assertNotEquals(sha256(Map.of("ab", "c"), zero), sha256(Map.of("a", "bc"), zero));
  }

  private static String sha256(Map<String, String> metadata, NamedTensor tensor) {
    return CheckpointFormat.sha256(new SafeTensors(metadata, NamedTensor.byName(List.of(tensor))));
  }

  @Test
  void otherReadersFindTheWeightsByTheirPlainNames() {
    Path file = folder.resolve("last.safetensors");
    Checkpoint checkpoint = Samples.checkpoint();
    checkpoint.write(file);
    SafeTensors content = SafeTensors.read(file);
    assertEquals(checkpoint.weights().get("dense1.weight"), content.tensors().get("dense1.weight"));
    assertTrue(content.tensors().containsKey("optimizer.accumulator.conv1.weight"));
    assertEquals("1234567890123", content.metadata().get("weft.step"));
    assertEquals(checkpoint.sha256(), content.metadata().get("weft.sha256"));
  }

  @Test
  void readsWeightsFromCheckpointsAndFromFilesOfOtherTools() {
    Checkpoint checkpoint = Samples.checkpoint();
    Path ours = folder.resolve("best.safetensors");
    checkpoint.write(ours);
    assertEquals(checkpoint.weights(), Checkpoint.readWeights(ours));

    Path theirs = folder.resolve("theirs.safetensors");
    new SafeTensors(Map.of("format", "pt"), checkpoint.weights()).write(theirs);
    assertEquals(checkpoint.weights(), Checkpoint.readWeights(theirs));
    assertTrue(ErrorLine.of(theirs, () -> Checkpoint.read(theirs)).contains("--init"));
  }

  @Test
  void refusesNonFiniteWeightsAndKeepsTheOldFile() throws IOException {
    Path file = folder.resolve("last.safetensors");
    Checkpoint checkpoint = Samples.checkpoint();
    checkpoint.write(file);
    byte[] before = Files.readAllBytes(file);
    Map<String, NamedTensor> bad = new LinkedHashMap<>(checkpoint.weights());
    bad.put("conv1.bias", NamedTensor.of("conv1.bias", Shape.of(4), 0f, 0f, Float.NaN, 0f));
    Checkpoint diverged =
        new Checkpoint("{}", Map.of(), 1, "cpu", checkpoint.progress(), bad, Map.of());
    assertTrue(ErrorLine.of(file, () -> diverged.write(file)).contains("conv1.bias holds NaN"));
    assertArrayEquals(before, Files.readAllBytes(file));

    Path made = folder.resolve("made.safetensors");
    CheckpointFormat.encode(diverged).write(made);
    assertTrue(ErrorLine.of(made, () -> Checkpoint.read(made)).contains("conv1.bias holds NaN"));
    ErrorLine.of(made, () -> Checkpoint.readWeights(made));
  }

  @Test
  void acceptsTheShapesOfItsModel() {
    Samples.checkpoint().requireShapes(folder, Samples.shapes(), SLOTS);
  }

  @Test
  void listsWhatDoesNotFitTheModel() {
    Map<String, Shape> expected = Samples.shapes();
    expected.remove("conv1.bias");
    expected.put("dense1.weight", Shape.of(5, 8));
    for (int i = 2; i < 7; i++) {
      expected.put("conv" + i + ".bias", Shape.of(i));
    }
    String line =
        ErrorLine.of(folder, () -> Samples.checkpoint().requireShapes(folder, expected, SLOTS));
    assertTrue(
        line.endsWith(
            " does not fit the model (missing: conv2.bias [2], conv3.bias [3], conv4.bias [4] and"
                + " 2 more; unexpected: conv1.bias [4]; wrong shape: dense1.weight is F32 [8,5],"
                + " not F32 [5,8]); did the file come from another model?"),
        line);
  }

  @Test
  void refusesWeightsOfAnotherType() {
    Map<String, NamedTensor> ints =
        Map.of("conv1.bias", NamedTensor.of("conv1.bias", Shape.of(1), 1));
    String line =
        ErrorLine.of(
            folder,
            () -> Checkpoint.requireShapes(folder, ints, Map.of("conv1.bias", Shape.of(1))));
    assertTrue(line.contains("conv1.bias is I32 [1], not F32 [1]"), line);
  }

  @Test
  void refusesTheStateOfAnotherOptimizer() {
    Checkpoint checkpoint = Samples.checkpoint();
    String line =
        ErrorLine.of(
            folder, () -> checkpoint.requireShapes(folder, Samples.shapes(), Set.of("momentum")));
    assertTrue(line.contains("[accumulator, delta], not [momentum]"), line);
  }

  @Test
  void refusesAnOptimizersStateOfOtherShapes() {
    Checkpoint base = Samples.checkpoint();
    Map<String, Map<String, NamedTensor>> state = new LinkedHashMap<>(base.optimizerState());
    Map<String, NamedTensor> delta = new LinkedHashMap<>(base.weights());
    delta.remove("dense1.bias");
    state.put("delta", delta);
    Checkpoint other =
        new Checkpoint(
            base.modelJson(), Map.of(), 0, "cpu", base.progress(), base.weights(), state);
    String line = ErrorLine.of(folder, () -> other.requireShapes(folder, Samples.shapes(), SLOTS));
    assertTrue(line.contains("(missing: dense1.bias [5])"), line);
  }

  @ParameterizedTest
  @CsvSource({
    "weft.step, many, damaged",
    "weft.step, -1, damaged",
    "weft.epoch, 2147483648, damaged",
    "weft.best, , damaged",
    "weft.format, 2, format 2",
    "weft.sha256, 00, SHA-256",
  })
  void refusesMetadataThatOnlyTheChecksumFits(String key, String value, String expected) {
    SafeTensors good = CheckpointFormat.encode(Samples.checkpoint());
    Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
    metadata.put(key, value == null ? "" : value);
    if (!key.equals("weft.sha256")) {
      metadata.put(
          "weft.sha256", CheckpointFormat.sha256(new SafeTensors(metadata, good.tensors())));
    }
    Path file = folder.resolve("made.safetensors");
    new SafeTensors(metadata, good.tensors()).write(file);
    String line = ErrorLine.of(file, () -> Checkpoint.read(file));
    assertTrue(line.contains(expected), line);
  }

  @Test
  void refusesMissingMetadata() {
    SafeTensors good = CheckpointFormat.encode(Samples.checkpoint());
    for (String key : good.metadata().keySet()) {
      Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
      metadata.remove(key);
      Path file = folder.resolve("made.safetensors");
      new SafeTensors(metadata, good.tensors()).write(file);
      ErrorLine.of(file, () -> Checkpoint.read(file));
      ErrorLine.of(file, () -> Checkpoint.readWeights(file));
    }
  }

  @Test
  void refusesNamesThatTheLayoutReserves() {
    NamedTensor weight = Samples.weight("optimizer.x", 1);
    Progress progress = new Progress(0, 0, 0, 0, 0, 0, 0);
    Checkpoint wrongWeight =
        new Checkpoint("", Map.of(), 0, "cpu", progress, Map.of("optimizer.x", weight), Map.of());
    Path file = folder.resolve("last.safetensors");
    assertThrows(IllegalArgumentException.class, () -> wrongWeight.write(file));
    Checkpoint wrongSlot =
        new Checkpoint("", Map.of(), 0, "cpu", progress, Map.of(), Map.of("a.b", Map.of()));
    assertThrows(IllegalArgumentException.class, () -> wrongSlot.write(file));
    assertFalse(Files.exists(file));
    assertThrows(IllegalArgumentException.class, () -> new Progress(-1, 0, 0, 0, 0, 0, 0));
  }

  private static Checkpoint with(Progress progress) {
    Checkpoint base = Samples.checkpoint();
    return new Checkpoint(
        base.modelJson(),
        base.config(),
        base.seed(),
        base.backend(),
        progress,
        base.weights(),
        base.optimizerState());
  }
}
