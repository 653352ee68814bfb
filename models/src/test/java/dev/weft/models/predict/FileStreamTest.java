package dev.weft.models.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.Presets;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.Progress;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import dev.weft.runtime.train.Predictor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStreamTest {
  @TempDir private Path folder;

  private static Predictor predictor() {
    ModelSpec model = Presets.find("lenet5").orElseThrow();
    List<NamedTensor> zeros = new ArrayList<>();
    ParameterLayout.of(model.summary())
        .shapes()
        .forEach((name, shape) -> zeros.add(NamedTensor.of(name, shape, new float[shape.size()])));
    Checkpoint checkpoint =
        new Checkpoint(
            model.toJson(),
            Map.of(),
            0,
            "cpu",
            new Progress(0, 0, 0, 0, 0, 0, 0),
            NamedTensor.byName(zeros),
            Map.of());
    return new Predictor(checkpoint, Path.of("c"), 4, Backends.load().choose("cpu"));
  }

  /** Nobody is to take a part of the answers for all of them. */
  @Test
  void ofAnInterruptedThreadTheRestHasFailed() throws Exception {
    List<Path> files = new ArrayList<>();
    byte[] large =
        Photos.encode(
            Photos.box(
                BufferedImage.TYPE_3BYTE_BGR,
                2000,
                2000,
                Color.WHITE,
                Color.BLACK,
                new Box(500, 500, 900, 900)),
            "png");
    for (int i = 0; i < 20; i++) {
      files.add(Files.write(folder.resolve(i + ".png"), large));
    }
    List<Path> told = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    FileStream.Listener listener =
        new FileStream.Listener() {
          @Override
          public void answered(Path file, Prepared seen, Answer answer) {
            told.add(file);
          }

          @Override
          public void failed(Path file, String reason) {
            told.add(file);
            reasons.add(reason);
          }
        };
    try (Predictor predictor = predictor()) {
      Thread.currentThread().interrupt();
      new FileStream(predictor, 0).run(folder, files, listener);
    }
    assertTrue(Thread.interrupted());
    assertEquals(files, told);
    assertEquals("was not looked at: the program was asked to end", reasons.getLast());
  }
}
