package dev.weft.runtime.checkpoint;

import dev.weft.runtime.Sha256;
import dev.weft.runtime.UserException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a {@link Checkpoint} lies in {@link SafeTensors}. */
final class CheckpointFormat {
  private static final String VERSION = "1";

  private static final String OURS = "weft.";
  private static final String FORMAT = "weft.format";
  private static final String MODEL = "weft.model";
  private static final String CONFIG = "weft.config.";
  private static final String SEED = "weft.seed";
  private static final String BACKEND = "weft.backend";
  private static final String STEP = "weft.step";
  private static final String EPOCH = "weft.epoch";
  private static final String STEP_IN_EPOCH = "weft.step_in_epoch";
  private static final String BEST = "weft.best";
  private static final String EPOCHS_SINCE_BEST = "weft.epochs_since_best";
  private static final String LOSS_SUM = "weft.loss_sum";
  private static final String HITS = "weft.hits";
  private static final String SHA256 = "weft.sha256";

  private static final String OPTIMIZER = "optimizer.";

  private CheckpointFormat() {}

  /** Whether any of the metadata is ours: one flipped bit must not turn off the checksum. */
  static boolean isCheckpoint(SafeTensors content) {
    return content.metadata().keySet().stream().anyMatch(key -> key.startsWith(OURS));
  }

  static SafeTensors encode(Checkpoint checkpoint) {
    Progress progress = checkpoint.progress();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(FORMAT, VERSION);
    metadata.put(MODEL, checkpoint.modelJson());
    checkpoint.config().forEach((key, value) -> metadata.put(CONFIG + key, value));
    metadata.put(SEED, Long.toString(checkpoint.seed()));
    metadata.put(BACKEND, checkpoint.backend());
    metadata.put(STEP, Long.toString(progress.step()));
    metadata.put(EPOCH, Integer.toString(progress.epoch()));
    metadata.put(STEP_IN_EPOCH, Integer.toString(progress.stepInEpoch()));
    // Double.toString is exact: parsing its result gives the same bits.
    metadata.put(BEST, Double.toString(progress.best()));
    metadata.put(EPOCHS_SINCE_BEST, Integer.toString(progress.epochsSinceBest()));
    metadata.put(LOSS_SUM, Double.toString(progress.lossSum()));
    metadata.put(HITS, Long.toString(progress.hits()));

    List<NamedTensor> tensors = new ArrayList<>(checkpoint.weights().values());
    for (NamedTensor weight : tensors) {
      if (weight.name().startsWith(OPTIMIZER)) {
        throw new IllegalArgumentException("no weight's name can start with " + OPTIMIZER);
      }
    }
    checkpoint
        .optimizerState()
        .forEach((slot, state) -> {
          if (slot.contains(".")) {
            throw new IllegalArgumentException("no slot's name can have a dot: " + slot);
          }
          String prefix = OPTIMIZER + slot + ".";
          state.values().forEach(t -> tensors.add(t.withName(prefix + t.name())));
        });

    SafeTensors content = new SafeTensors(metadata, NamedTensor.byName(tensors));
    metadata.put(SHA256, sha256(content));
    return new SafeTensors(metadata, content.tensors());
  }

  static Checkpoint decode(Path file, SafeTensors content) {
    Map<String, String> metadata = content.metadata();
    String format = require(file, metadata, FORMAT);
    if (!format.equals(VERSION)) {
      throw new UserException(
          "%s is a checkpoint of format %s, this Weft reads format %s; use the Weft that wrote it"
              .formatted(file, SafeTensorsHeader.quote(format), VERSION));
    }
    if (!sha256(content).equals(require(file, metadata, SHA256))) {
      throw damaged(file, "the SHA-256 does not match");
    }
    Map<String, String> config = new LinkedHashMap<>();
    metadata.forEach((key, value) -> {
      if (key.startsWith(CONFIG)) {
        config.put(key.substring(CONFIG.length()), value);
      }
    });
    Map<String, NamedTensor> weights = new LinkedHashMap<>();
    Map<String, Map<String, NamedTensor>> slots = new LinkedHashMap<>();
    content.tensors().forEach((name, tensor) -> sort(file, tensor, weights, slots));
    try {
      return new Checkpoint(
          require(file, metadata, MODEL),
          config,
          Long.parseLong(require(file, metadata, SEED)),
          require(file, metadata, BACKEND),
          new Progress(
              Long.parseLong(require(file, metadata, STEP)),
              Integer.parseInt(require(file, metadata, EPOCH)),
              Integer.parseInt(require(file, metadata, STEP_IN_EPOCH)),
              Double.parseDouble(require(file, metadata, BEST)),
              Integer.parseInt(require(file, metadata, EPOCHS_SINCE_BEST)),
              Double.parseDouble(require(file, metadata, LOSS_SUM)),
              Long.parseLong(require(file, metadata, HITS))),
          weights,
          slots);
    } catch (IllegalArgumentException e) {
      throw damaged(file, SafeTensorsHeader.quote(String.valueOf(e.getMessage())));
    }
  }

  private static void sort(
      Path file,
      NamedTensor tensor,
      Map<String, NamedTensor> weights,
      Map<String, Map<String, NamedTensor>> slots) {
    String name = tensor.name();
    if (!name.startsWith(OPTIMIZER)) {
      weights.put(name, tensor);
      return;
    }
    int dot = name.indexOf('.', OPTIMIZER.length());
    if (dot < 0) {
      throw damaged(file, SafeTensorsHeader.quote(name) + " names no weight");
    }
    String weight = name.substring(dot + 1);
    slots
        .computeIfAbsent(name.substring(OPTIMIZER.length(), dot), slot -> new LinkedHashMap<>())
        .put(weight, tensor.withName(weight));
  }

  private static String require(Path file, Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw damaged(file, "the metadata has no " + key);
    }
    return value;
  }

  private static UserException damaged(Path file, String what) {
    return new UserException(file + " is damaged: " + what + "; use another checkpoint of the run");
  }

  /**
   * SHA-256 over the metadata but the checksum itself, and over the tensors, both sorted by name:
   * every part with its length before it, so that no two contents look alike.
   */
  static String sha256(SafeTensors content) {
    MessageDigest digest = Sha256.digest();
    Map<String, String> metadata = new TreeMap<>(content.metadata());
    metadata.remove(SHA256);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(metadata.size()).flip());
    metadata.forEach((key, value) -> {
      update(digest, utf8(key));
      update(digest, utf8(value));
    });
    new TreeMap<>(content.tensors())
        .forEach((name, tensor) -> {
          update(digest, utf8(name));
          update(digest, utf8(tensor.type() + " " + tensor.shape()));
          update(digest, tensor.data());
        });
    return Sha256.hex(digest);
  }

  private static void update(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
