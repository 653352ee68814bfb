package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.SafeTensors;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.graph.ModelSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
}
