package dev.weft.models;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.conv2d.Conv2d;
import dev.weft.kernels.conv2d.Padding;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.FashionMnist;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.Predictor;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.Start;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.List;

/**
 * What README.md shows of Weft from Java, line by line: {@link FromJavaTest} compares and runs it.
 */
final class FromJava {
  private FromJava() {}

  /** Trains a preset on Fashion-MNIST. */
  public static void main(String[] args) {
    FashionMnist fashionMnist = new FashionMnist(System.getenv(), Path.of(""));
    ModelSpec model = Presets.find("cnn-simple").orElseThrow();
    train(fashionMnist.load(), TrainConfig.paper(model), Path.of("runs/mine"));
  }

  static void train(Datasets images, TrainConfig config, Path run) {
    try (Trainer trainer =
        new Trainer(
            config,
            RunImages.of(images, config),
            Backends.load().choose("auto"),
            RunFolder.create(run),
            new Start.Fresh(),
            epoch -> System.out.println(epoch.epoch() + " " + epoch.validation().accuracy()))) {
      trainer.run();
    }
  }

  static float[] predict(Path run, byte[] pixels) {
    Path best = run.resolve("best.safetensors");
    try (Predictor predictor =
        new Predictor(Checkpoint.read(best), best, 32, Backends.load().choose("auto"))) {
      float[] probabilities = predictor.predict(List.of(pixels)); // up to 32 images
      return probabilities;
    }
  }

  static float[] convolve(String device, float[] images, float[] weights, float[] biases) {
    Conv2d conv = new Conv2d(128, 28, 28, 1, 16, 3, 3, 1, 1, Padding.SAME); // 16 filters of 3x3
    Buffer x = new Buffer("x", DType.F32, 128 * 28 * 28);
    Buffer w = new Buffer("w", DType.F32, 3 * 3 * 16);
    Buffer b = new Buffer("b", DType.F32, 16);
    Buffer y = new Buffer("y", DType.F32, 128 * 28 * 28 * 16);
    Program program =
        new Program.Builder()
            .call(
                new Conv2d.Forward(conv, true), // with ReLU
                x.tensor(Shape.of(128, 28, 28, 1)),
                w.tensor(Shape.of(3, 3, 1, 16)),
                b.tensor(),
                y.tensor(Shape.of(128, 28, 28, 16)))
            .segment("forward")
            .build();
    try (Session session = Backends.load().choose(device).open(program)) { // "cpu", "opencl", ...
      session.write(x, images);
      session.write(w, weights);
      session.write(b, biases);
      session.run(program.segment("forward"));
      float[] maps = session.floats(y);
      return maps;
    }
  }
}
