package dev.weft.models.compare;

import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ProgramBuilder;
import dev.weft.runtime.train.DataIdentity;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunHistory;
import dev.weft.runtime.train.TrainConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run came to.
 *
 * @param name of its folder
 * @param config its settings
 * @param parameters number of trainable parameters
 * @param imageOperations floating-point operations of a forward pass of one image
 * @param stepOperations floating-point operations of a training step of a whole batch
 * @param weightBytes size of the weights in a checkpoint: float32, of a compressed run too
 * @param testAccuracy of the best weights, else of the last; empty for a run that was not tested
 * @param valAccuracy of the best epoch; empty before the first, and where no images were held out
 * @param secondsPerEpoch median, else mean of the last session
 * @param trainImages digest of what it was trained with
 * @param testImages digest of what it was tested with
 * @param drawn whether with garments drawn by the program
 * @param provenance how it started and ended, where that is not as other runs do
 * @param history of its training
 */
public record RunResult(
    String name,
    TrainConfig config,
    int parameters,
    long imageOperations,
    long stepOperations,
    long weightBytes,
    Optional<Double> testAccuracy,
    Optional<Double> valAccuracy,
    Optional<Double> secondsPerEpoch,
    String trainImages,
    String testImages,
    boolean drawn,
    Provenance provenance,
    RunHistory history) {
  private static final JsonMapper PARSER = JsonMapper.builder().build();

  /**
   * Reads a run's folder.
   *
   * @throws UserException if there is no run in it or a file is damaged
   */
  public static RunResult read(String name, RunFolder folder) {
    Path file = RunFolder.existing(folder.path()).last();
    Checkpoint checkpoint = Checkpoint.read(file);
    ModelSpec model = ModelSpec.parse(checkpoint.modelJson(), file.toString());
    TrainConfig config = TrainConfig.of(model, checkpoint.config(), file.toString());
    RunHistory history = RunHistory.read(folder);
    JsonNode summary = summary(folder);
    DataIdentity data = DataIdentity.of(checkpoint);
    Provenance provenance = Provenance.of(checkpoint, config, folder);
    return new RunResult(
        name,
        config,
        model.summary().parameters(),
        model.summary().operations(),
        stepOperations(config),
        checkpoint.weights().values().stream().mapToLong(t -> 4L * t.shape().size()).sum(),
        number(summary, "/test/best/accuracy")
            .or(() -> number(summary, "/test/last/accuracy"))
            .or(provenance::testAccuracy),
        config.validationSplit() > 0
            ? number(summary, "/best/val_accuracy").or(() -> bestInValidation(history))
            : Optional.empty(),
        history.secondsPerEpoch().isPresent()
            ? Optional.of(history.secondsPerEpoch().getAsDouble())
            : number(summary, "/seconds_per_epoch"),
        data.trainSha256(),
        data.testSha256(),
        data.isFrom(Dataset.Source.DRAWN),
        provenance,
        history);
  }

  private static Optional<Double> bestInValidation(RunHistory history) {
    return history.bestEpoch().flatMap(epoch -> epoch.valAccuracy().stream().boxed().findFirst());
  }

  private static long stepOperations(TrainConfig config) {
    ModelProgram program = ProgramBuilder.training(config.model(), config.trainingSpec(1, 1, 1));
    return program.program().cost(program.program().segment(ModelProgram.TRAIN)).operations();
  }

  /** Whether the run in a folder is done: trained to its end and tested. */
  static boolean isFinished(RunFolder folder) {
    JsonNode summary = summary(folder);
    String end = summary.path("end").asString("");
    return Files.exists(folder.last())
        && (end.equals("finished") || end.equals("early_stopping"))
        && !summary.path("test").isEmpty();
  }

  private static JsonNode summary(RunFolder folder) {
    return json(
        folder.summary(),
        "'weft train --resume %s' tests the run again and writes it anew".formatted(folder.path()));
  }

  /**
   * Content of a file, empty where there is none.
   *
   * @param mend what to do about one that is damaged
   * @throws UserException if it is, or cannot be read
   */
  static JsonNode json(Path file, String mend) {
    if (!Files.exists(file)) {
      return PARSER.createObjectNode();
    }
    try {
      JsonNode content = PARSER.readTree(Files.readAllBytes(file));
      if (content.isObject() && JsonText.isFinite(content)) {
        return content;
      }
    } catch (IOException e) {
      throw new UserException("cannot read %s (%s)".formatted(file, Folders.reason(e)), e);
    } catch (JacksonException e) {
      throw new UserException("%s is damaged; %s".formatted(file, mend), e);
    }
    throw new UserException("%s is damaged; %s".formatted(file, mend));
  }

  static Optional<Double> number(JsonNode summary, String path) {
    JsonNode value = summary.at(path);
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  /** All that another seed of the same training has in common with it. */
  List<Object> key() {
    Map<String, String> settings = new LinkedHashMap<>(config.settings());
    settings.remove("seed");
    settings.remove("log-steps");
    return List.of(
        config.model().toJson(),
        settings,
        provenance.startKey(),
        provenance.end(),
        trainImages,
        testImages);
  }

  /**
   * The optimiser with its learning rate where that is not its own, and what else was set; {@code
   * none} for weights from elsewhere that were not trained here.
   */
  public String method() {
    if (provenance.foreign()) {
      return "none";
    }
    String optimizer = OptimizerName.name(config.optimizer());
    return config.augment().isNone() ? optimizer : optimizer + ", " + config.augment().words();
  }
}
