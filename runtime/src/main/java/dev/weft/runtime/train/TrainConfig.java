package dev.weft.runtime.train;

import dev.weft.runtime.UserException;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.OptimizerSpec;
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
    return new TrainConfig(
        model,
        OptimizerSpec.named("adadelta", OptionalDouble.empty()),
        128,
        12,
        0.1,
        0,
        true,
        true,
        AugmentSpec.NONE,
        false,
        0,
        0,
        0,
        false);
  }

  /** The same run with another end. */
  public TrainConfig until(int otherEpochs, long otherMaxSteps, int otherPatience) {
    return with(optimizer, otherEpochs, keepZeros, otherMaxSteps, otherPatience);
  }

  /** The same run for pruned weights: their zeros are kept, by another rule for other epochs. */
  public TrainConfig keepingZeros(OptimizerSpec otherOptimizer, int otherEpochs) {
    return with(otherOptimizer, otherEpochs, true, maxSteps, patience);
  }

  private TrainConfig with(
      OptimizerSpec otherOptimizer,
      int otherEpochs,
      boolean zeros,
      long otherMaxSteps,
      int otherPatience) {
    return new TrainConfig(
        model,
        otherOptimizer,
        batch,
        otherEpochs,
        validationSplit,
        seed,
        shuffle,
        dropout,
        augment,
        zeros,
        otherMaxSteps,
        limit,
        otherPatience,
        logSteps);
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
    return new TrainConfig(
        model,
        OptimizerSpec.named(
            from.word("optimizer"), OptionalDouble.of(from.parsed("lr", Float::parseFloat))),
        from.parsed("batch", Integer::parseInt),
        from.parsed("epochs", Integer::parseInt),
        from.parsed("val-split", Double::parseDouble),
        from.parsed("seed", Long::parseLong),
        from.parsed("shuffle", Boolean::parseBoolean),
        from.parsed("dropout", Boolean::parseBoolean),
        AugmentSpec.parse(settings.getOrDefault(AUGMENT, AugmentSpec.NONE.words())),
        Boolean.parseBoolean(settings.getOrDefault(KEEP_ZEROS, "false")),
        0,
        from.parsed("limit", Integer::parseInt),
        from.parsed("early-stopping", Integer::parseInt),
        from.parsed("log-steps", Boolean::parseBoolean));
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
