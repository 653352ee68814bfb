package dev.weft.runtime.train;

import dev.weft.runtime.UserException;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
import dev.weft.runtime.graph.TrainingSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What decides the outcome of a training run, together with the data and the initial weights.
 *
 * @param model what is trained
 * @param optimizer how
 * @param batch images a step, at least 1
 * @param epochs passes over the training images, at least 1
 * @param validationSplit share of the training images held out to validate, 0 (none) to below 1
 * @param seed of initial weights, permutations and dropout masks
 * @param shuffle whether each epoch has an order of its own; else images come as they lie
 * @param dropout whether dropout layers drop anything
 * @param augment how training images are changed at random
 * @param keepZeros whether weights that are 0, as in a pruned model, stay 0; biases learn
 * @param maxSteps steps after which to stop, 0 for none
 * @param limit how many images of each part to use, 0 for all
 * @param patience epochs without improvement after which to stop, 0 for never
 * @param logSteps whether metrics.jsonl gets a line a step
 */
public record TrainConfig(
    ModelSpec model,
    OptimizerSpec optimizer,
    int batch,
    int epochs,
    double validationSplit,
    long seed,
    boolean shuffle,
    boolean dropout,
    AugmentSpec augment,
    boolean keepZeros,
    long maxSteps,
    int limit,
    int patience,
    boolean logSteps) {
  static final String MAX_STEPS = "max-steps";
  private static final String AUGMENT = "augment";
  private static final String KEEP_ZEROS = "keep-zeros";

  public TrainConfig {
    require(batch >= 1, "batch", batch, "at least 1");
    require(epochs >= 1, "epochs", epochs, "at least 1");
    require(
        validationSplit >= 0 && validationSplit < 1,
        "val-split",
        validationSplit,
        "0 to less than 1");
    require(maxSteps >= 0, MAX_STEPS, maxSteps, "0 or more");
    require(limit >= 0, "limit", limit, "0 or more");
    require(patience >= 0, "early-stopping", patience, "0 or more");
  }

  private static void require(boolean holds, String option, Object value, String allowed) {
    if (!holds) {
      throw new UserException("--%s %s; allowed: %s".formatted(option, value, allowed));
    }
  }

  /**
   * What the paper trains with, and {@code weft train} by itself: Adadelta with learning rate 1,
   * batches of 128, 12 epochs, the last tenth of the images held out. The seed is 0.
   */
  public static TrainConfig paper(ModelSpec model) {
    return builder(model).build();
  }

  /** Those of {@link #paper}, to be changed one by one. */
  public static Builder builder(ModelSpec model) {
    return new Builder(model);
  }

  /** These, to be changed one by one. */
  public Builder toBuilder() {
    return new Builder(model)
        .optimizer(optimizer)
        .batch(batch)
        .epochs(epochs)
        .validationSplit(validationSplit)
        .seed(seed)
        .shuffle(shuffle)
        .dropout(dropout)
        .augment(augment)
        .keepZeros(keepZeros)
        .maxSteps(maxSteps)
        .limit(limit)
        .patience(patience)
        .logSteps(logSteps);
  }

  /** Settings one by one; each is described at {@link TrainConfig}. */
  public static final class Builder {
    private final ModelSpec model;
    private OptimizerSpec optimizer = OptimizerSpec.named("adadelta", OptionalDouble.empty());
    private int batch = 128;
    private int epochs = 12;
    private double validationSplit = 0.1;
    private long seed;
    private boolean shuffle = true;
    private boolean dropout = true;
    private AugmentSpec augment = AugmentSpec.NONE;
    private boolean keepZeros;
    private long maxSteps;
    private int limit;
    private int patience;
    private boolean logSteps;

    private Builder(ModelSpec model) {
      this.model = model;
    }

    public Builder optimizer(OptimizerSpec optimizer) {
      this.optimizer = optimizer;
      return this;
    }

    public Builder batch(int batch) {
      this.batch = batch;
      return this;
    }

    public Builder epochs(int epochs) {
      this.epochs = epochs;
      return this;
    }

    public Builder validationSplit(double validationSplit) {
      this.validationSplit = validationSplit;
      return this;
    }

    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    public Builder shuffle(boolean shuffle) {
      this.shuffle = shuffle;
      return this;
    }

    public Builder dropout(boolean dropout) {
      this.dropout = dropout;
      return this;
    }

    public Builder augment(AugmentSpec augment) {
      this.augment = augment;
      return this;
    }

    public Builder keepZeros(boolean keepZeros) {
      this.keepZeros = keepZeros;
      return this;
    }

    public Builder maxSteps(long maxSteps) {
      this.maxSteps = maxSteps;
      return this;
    }

    public Builder limit(int limit) {
      this.limit = limit;
      return this;
    }

    public Builder patience(int patience) {
      this.patience = patience;
      return this;
    }

    public Builder logSteps(boolean logSteps) {
      this.logSteps = logSteps;
      return this;
    }

    /**
     * The settings.
     *
     * @throws UserException if one is out of its range, named as the option of {@code weft train}
     */
    public TrainConfig build() {
      return new TrainConfig(
          model,
          optimizer,
          batch,
          epochs,
          validationSplit,
          seed,
          shuffle,
          dropout,
          augment,
          keepZeros,
          maxSteps,
          limit,
          patience,
          logSteps);
    }
  }

  /**
   * These settings as those of a training step.
   *
   * @param images number of all images on the device
   * @param trainImages number of images of an epoch
   * @param evalImages most images of an evaluation
   */
  public TrainingSpec trainingSpec(int images, int trainImages, int evalImages) {
    return new TrainingSpec(
        batch, optimizer, seed, dropout, augment, keepZeros, images, trainImages, evalImages);
  }

  /**
   * The settings as words, without the model: what config.json and checkpoints hold. Augmentation
   * and that zeros are kept are named only where they are: all other runs have the settings that
   * they had before there were these.
   */
  public Map<String, String> settings() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("optimizer", optimizer.kind().word());
    map.put("lr", String.valueOf(optimizer.learningRate()));
    map.put("batch", String.valueOf(batch));
    map.put("epochs", String.valueOf(epochs));
    map.put("val-split", String.valueOf(validationSplit));
    map.put("seed", String.valueOf(seed));
    map.put("shuffle", String.valueOf(shuffle));
    map.put("dropout", String.valueOf(dropout));
    if (!augment.isNone()) {
      map.put(AUGMENT, augment.words());
    }
    if (keepZeros) {
      map.put(KEEP_ZEROS, String.valueOf(true));
    }
    map.put(MAX_STEPS, String.valueOf(maxSteps));
    map.put("limit", String.valueOf(limit));
    map.put("early-stopping", String.valueOf(patience));
    map.put("log-steps", String.valueOf(logSteps));
    return map;
  }

  /**
   * The inverse of {@link #settings}, but for the limit of steps, which is none: checkpoints do not
   * hold it, as it is for one session.
   *
   * @param source where the settings come from, for messages
   * @throws UserException if a setting is missing or no value of its kind
   */
  public static TrainConfig of(ModelSpec model, Map<String, String> settings, String source) {
    Settings from = new Settings(settings, source);
    return builder(model)
        .optimizer(
            OptimizerSpec.named(
                from.word("optimizer"), OptionalDouble.of(from.parsed("lr", Float::parseFloat))))
        .batch(from.parsed("batch", Integer::parseInt))
        .epochs(from.parsed("epochs", Integer::parseInt))
        .validationSplit(from.parsed("val-split", Double::parseDouble))
        .seed(from.parsed("seed", Long::parseLong))
        .shuffle(from.parsed("shuffle", Boolean::parseBoolean))
        .dropout(from.parsed("dropout", Boolean::parseBoolean))
        .augment(AugmentSpec.parse(settings.getOrDefault(AUGMENT, AugmentSpec.NONE.words())))
        .keepZeros(Boolean.parseBoolean(settings.getOrDefault(KEEP_ZEROS, "false")))
        .limit(from.parsed("limit", Integer::parseInt))
        .patience(from.parsed("early-stopping", Integer::parseInt))
        .logSteps(from.parsed("log-steps", Boolean::parseBoolean))
        .build();
  }

  private record Settings(Map<String, String> map, String source) {
    String word(String name) {
      String value = map.get(name);
      if (value == null) {
        throw new UserException("%s lacks the setting %s".formatted(source, name));
      }
      return value;
    }

    <T> T parsed(String name, Function<String, T> parser) {
      try {
        return parser.apply(word(name));
      } catch (NumberFormatException e) {
        throw new UserException(
            "%s: setting %s is '%s', no number".formatted(source, name, word(name)), e);
      }
    }
  }
}
