package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.StepState;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.SafeTensors;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.data.Shuffle;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.train.TrainListener.EpochReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  private static final ModelSpec MODEL =
      ModelSpec.parse(
          """
          {"name": "m", "input": [28, 28, 1], "layers": [
            {"type": "flatten"},
            {"type": "dense", "units": 10, "activation": "softmax"}]}
          """,
          "m.json");

  @TempDir private Path root;

  /** A session of the cpu backend, which the test keeps hold of. */
  private static final class Watched implements Backend {
    private final Backend cpu = Backends.load().named("cpu").orElseThrow();
    private final List<Session> opened = new ArrayList<>();

    @Override
    public String name() {
      return "watched";
    }

    @Override
    public int preference() {
      return 0;
    }

    @Override
    public List<Device> devices() {
      return cpu.devices();
    }

    @Override
    public Session open(Device device, Program program) {
      opened.add(cpu.open(device, program));
      return opened.getLast();
    }
  }

  @Test
  void weightsThatDoNotFitLeaveNoSessionOpen() {
    Path weights = root.resolve("other.safetensors");
    NamedTensor other = NamedTensor.of("other", Shape.of(1), 1f);
    new SafeTensors(Map.of(), NamedTensor.byName(List.of(other))).write(weights);
    TrainConfig config = TrainConfig.paper(MODEL);
    Datasets images =
        new Datasets(DrawnGarments.generate(1, 40), DrawnGarments.generate(2, 10), List.of());
    Watched backend = new Watched();
    assertThrows(
        UserException.class,
        () ->
            new Trainer(
                config,
                RunImages.of(images, config),
                Backends.of(backend).choose("watched"),
                RunFolder.create(root.resolve("run")),
                new Start.Weights(weights),
                epoch -> {}));
    assertEquals(1, backend.opened.size());
    assertThrows(IllegalStateException.class, backend.opened.getFirst()::finish);
  }

  /** Of 45 images 36 train, in batches of 8 of which the last has 4, and 9 validate. */
  @Test
  void anEpochIsWhatOneWouldDoByHand() {
    TrainConfig config =
        TrainConfig.builder(MODEL)
            .optimizer(OptimizerSpec.named("sgd", OptionalDouble.of(1))) // more than is good
            .batch(8)
            .epochs(3)
            .validationSplit(0.2)
            .seed(7)
            .build();
    Datasets images =
        new Datasets(DrawnGarments.generate(1, 45), DrawnGarments.generate(2, 10), List.of());
    RunFolder folder = RunFolder.create(root.resolve("run"));
    Watched backend = new Watched();
    List<EpochReport> epochs = new ArrayList<>();
    Map<String, TestResult> tested;
    try (Trainer trainer =
        new Trainer(
            config,
            RunImages.of(images, config),
            Backends.of(backend).choose("watched"),
            folder,
            new Start.Fresh(),
            epoch -> {
              epochs.add(epoch);
              Session session = backend.opened.getFirst();
              Program program = session.program();
              assertArrayEquals(
                  Shuffle.permutation(7, epoch.epoch() - 1, 36),
                  session.ints(program.buffer(ModelProgram.TRAIN_ORDER)));
              int[] state = session.ints(program.buffer(ModelProgram.TRAIN_STATE));
              assertEquals(5 * epoch.epoch(), state[StepState.STEP], "goes on over epochs");
              assertEquals(36, state[StepState.COUNT]);
            })) {
      assertEquals(StopReason.FINISHED, trainer.run());
      assertEquals(15, trainer.progress().step());
      assertEquals(
          epochs.stream().mapToDouble(epoch -> epoch.validation().loss()).min().orElseThrow(),
          trainer.progress().best());
      tested = FinalTest.of(trainer).results();
    }
    try (Evaluator evaluator =
        new Evaluator(MODEL, 8, images.test(), Backends.load().choose("cpu"))) {
      assertEquals(evaluator.evaluate(folder.best()), tested.get("best"));
      assertEquals(evaluator.evaluate(folder.last()), tested.get("last"));
    }
    assertEquals(3, epochs.size());
    assertFalse(epochs.getLast().improved(), () -> "the last must not be the best: " + epochs);
    epochs.forEach(epoch -> assertEquals(36, epoch.train().rows()));
    Dataset heldOut = images.train().split(0.2).validation();
    assertEquals(9, heldOut.n());
    try (Evaluator evaluator = new Evaluator(MODEL, 8, heldOut, Backends.load().choose("cpu"))) {
      TestResult byHand = evaluator.evaluate(folder.last());
      assertEquals(byHand.loss(), epochs.getLast().validation().loss());
      assertEquals(byHand.accuracy(), epochs.getLast().validation().accuracy());
      assertEquals(9, epochs.getLast().validation().rows());
    }
  }

  /** Adagrad's accumulators start at 0.1; more images to test with than to train on all count. */
  @Test
  void aFreshRunStartsAsItsOptimizerDoesAndTestsOnAllImages() {
    TrainConfig config =
        TrainConfig.builder(MODEL)
            .optimizer(OptimizerSpec.named("adagrad", OptionalDouble.empty()))
            .batch(8)
            .build();
    Datasets images =
        new Datasets(DrawnGarments.generate(1, 20), DrawnGarments.generate(2, 50), List.of());
    try (Trainer trainer =
        new Trainer(
            config,
            RunImages.of(images, config),
            Backends.load().choose("cpu"),
            RunFolder.create(root.resolve("run")),
            new Start.Fresh(),
            epoch -> {})) {
      Map<String, Map<String, NamedTensor>> state = trainer.model().optimizerState();
      assertEquals(1, state.size());
      for (NamedTensor accumulator : state.values().iterator().next().values()) {
        for (float value : accumulator.floats()) {
          assertEquals(0.1f, value);
        }
      }
      assertEquals(50, trainer.model().totals(20, 70).rows());
      int[] actual = new int[50];
      Predictions test = trainer.model().predict(20, 70);
      Arrays.setAll(actual, test::actual);
      assertArrayEquals(images.test().labels(), actual);
    }
  }
}
