package dev.weft.models.cli;

import dev.weft.models.cli.CompressReport.Row;
import dev.weft.models.compress.CompressedModel;
import dev.weft.models.compress.Compression;
import dev.weft.models.compress.Scores;
import dev.weft.models.compress.Variant;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.FolderLock;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.ImportedRun;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.Predictions;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.TrainConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run folder with a smaller model: its weights as floats, for all other commands; {@code
 * model.onnx}, where they have fewer bits; {@code compression.json}.
 *
 * @param epochs to train on after pruning, 0 for not
 * @param shown the folder as the user is told
 * @param notes where progress and results are told
 */
record CompressedRun(
    CompressSource source,
    Variant variant,
    int epochs,
    Path shown,
    Context context,
    PrintStream notes) {
  /**
   * What pruned weights are trained on with, at its own learning rate. In 3 epochs after pruning
   * 80, 90 and 95 % of cnn-simple, 80 and 90 % of lenet5 and cnn-dropout-1 it came to a lower
   * validation loss than Adadelta with rate 1 every time, and than momentum but once.
   */
  private static final String OPTIMIZER = "adam";

  private Path folder() {
    return context.folder().resolve(shown);
  }

  /**
   * Makes it and tells what came of it.
   *
   * @param images to train on with
   * @return what it costs; empty if somebody asked to stop its training
   * @throws dev.weft.runtime.UserException if there is something in the folder
   */
  Optional<Compression> make(Datasets images) {
    try (FolderLock _ = RunFolder.claim(folder())) {
      Optional<CompressedModel> made = epochs > 0 ? tuned(images) : Optional.of(untuned());
      return made.map(model -> {
        AtomicFiles.write(folder().resolve(Compression.ONNX), model.onnx());
        Compression compression = compare(model);
        AtomicFiles.write(folder().resolve(Compression.FILE), JsonText.pretty(compression) + "\n");
        return compression;
      });
    }
  }

  private CompressedModel untuned() {
    RunFolder made = new RunFolder(folder());
    CompressedModel model = source.compressed(variant);
    TrainConfig config = source.config();
    ImportedRun.write(
        made,
        variant.prune() > 0 ? config.toBuilder().keepZeros(true).build() : config,
        model.weights(),
        source.model().checkpoint(),
        source.run().toString());
    return model;
  }

  /** The best weights get fewer bits; the last ones stay as they are, to be trained on. */
  private Optional<CompressedModel> tuned(Datasets loaded) {
    TrainConfig config =
        source.config().toBuilder()
            .keepZeros(true)
            .optimizer(OptimizerSpec.named(OPTIMIZER, OptionalDouble.empty()))
            .epochs(epochs)
            .build();
    RunImages images = RunImages.of(loaded, config);
    RunFolder made = new RunFolder(folder());
    try (FineTuning tuning =
        new FineTuning(
            config, images, source.device(), source.pruned(variant), shown, context, notes)) {
      if (!tuning.run()) {
        return Optional.empty();
      }
      Checkpoint best = Checkpoint.read(made.best());
      CompressedModel model = source.compressed(best, variant);
      if (!model.weights().equals(best.weights())) {
        tuning.replaceBest(best, model.weights());
      }
      tuning.test();
      return Optional.of(model);
    }
  }

  /** Tests it beside what it was made of. */
  private Compression compare(CompressedModel made) {
    CompressedModel whole = source.compressed(Variant.NONE);
    List<Row> rows = new ArrayList<>();
    try (Evaluator evaluator = source.evaluator()) {
      Predictions before = evaluator.predict(whole.weights());
      rows.add(Row.of("before", Variant.NONE, whole, Scores.of(before, before)));
      if (epochs > 0) {
        CompressedModel untuned = source.compressed(variant);
        Scores scores = Scores.of(evaluator.predict(untuned.weights()), before);
        rows.add(Row.of(variant.label() + ", not trained on", variant, untuned, scores));
      }
      Scores scores = Scores.of(evaluator.predict(made.weights()), before);
      rows.add(Row.of(variant.label(), variant, made, scores));
    }
    notes.print(CompressReport.table(rows));
    notes.printf("%n%s%n", CompressReport.layers(made.layers()));
    notes.printf(
        "%s: %s bytes; read back, evaluated, and equal to the model%nrun: %s%n",
        shown.resolve(Compression.ONNX), Tables.grouped(made.onnx().length), shown);
    return new Compression(
        source.run().toString(),
        source.model().spec().name(),
        source.model().spec().summary().parameters(),
        variant.label(),
        variant.precision().word(),
        variant.prune(),
        epochs,
        made.onnx().length,
        made.gzipped(),
        whole.onnx().length,
        made.zeroShare(),
        rows.getFirst().scores(),
        epochs > 0 ? Optional.of(rows.get(1).scores()) : Optional.empty(),
        rows.getLast().scores(),
        made.layers());
  }
}
