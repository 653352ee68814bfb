package dev.weft.models.compare;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.FolderLock;
import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.train.FinalTest;
import dev.weft.runtime.train.HardwareLog;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.RunSummary;
import dev.weft.runtime.train.Start;
import dev.weft.runtime.train.StopReason;
import dev.weft.runtime.train.Stopwatch;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.TrainListener;
import dev.weft.runtime.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs to train one after another, each in a folder of its own. What is on disk says how far it has
 * come, so it goes on after any end: finished runs are kept, one that was interrupted is resumed
 * from its checkpoint.
 *
 * @param folder that holds the folders of the runs and {@code request.json}, which tells what was
 *     asked for
 * @param runs by the name of their folder, in order
 */
public record RunQueue(Path folder, Map<String, TrainConfig> runs) {
  private static final JsonMapper PARSER = JsonMapper.builder().build();

  /** How far a run has come. */
  public enum State {
    NEW,
    INTERRUPTED,
    FINISHED
  }

  public RunQueue {
    runs = new LinkedHashMap<>(runs);
  }

  /** A queue of all {@code configs}. */
  public static RunQueue of(Path folder, List<TrainConfig> configs) {
    Map<String, TrainConfig> runs = new LinkedHashMap<>();
    for (TrainConfig config : configs) {
      String name =
          "%s-%s-%d"
              .formatted(
                  config.model().name(), OptimizerName.name(config.optimizer()), config.seed())
              .replaceAll("[^A-Za-z0-9_.-]", "_");
      if (runs.put(name, config) != null) {
        throw new UserException(
            "%s is asked for twice; name each model and optimizer once".formatted(name));
      }
    }
    return new RunQueue(folder, runs);
  }

  /** Where a run is. */
  public RunFolder folder(String name) {
    return new RunFolder(folder.resolve(name));
  }

  /** How far a run has come. */
  public State state(String name) {
    return state(folder(name));
  }

  /** How far a run has come, of a queue or not. */
  public static State state(RunFolder run) {
    if (RunResult.isFinished(run)) {
      return State.FINISHED;
    }
    return Files.exists(run.last()) ? State.INTERRUPTED : State.NEW;
  }

  private Path request() {
    return folder.resolve("request.json");
  }

  /**
   * Checks that the folder is for this queue: new, empty, or of the same request.
   *
   * @throws UserException if it is not
   */
  public void check() {
    if (!Files.exists(request())) {
      if (!isEmpty()) {
        throw new UserException(
            "%s is not empty and holds no comparison; choose another folder with --out"
                .formatted(folder));
      }
      return;
    }
    Map<String, Map<String, String>> before;
    try {
      before = PARSER.readValue(Files.readString(request()), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UserException("cannot read %s (%s)".formatted(request(), Folders.reason(e)), e);
    } catch (JacksonException e) {
      throw new UserException(
          "%s is damaged; choose another folder with --out, or compare the runs in it by weft"
                  .formatted(request())
              + " compare RUN ...",
          e);
    }
    if (!before.equals(asked())) {
      throw new UserException(
          "%s holds another comparison (%s); ask for the same again to go on with it, or choose"
                  .formatted(folder, difference(before))
              + " another folder with --out");
    }
  }

  private String difference(Map<String, Map<String, String>> before) {
    List<String> differences = new ArrayList<>();
    asked()
        .forEach((name, settings) -> {
          Map<String, String> old = before.get(name);
          if (old == null) {
            differences.add("without " + name);
          } else {
            settings.forEach((key, value) -> {
              if (!value.equals(old.get(key))) {
                differences.add(
                    key.equals("model")
                        ? "another model " + name
                        : "%s %s, not %s".formatted(key, old.get(key), value));
              }
            });
          }
        });
    before.keySet().stream()
        .filter(name -> !runs.containsKey(name))
        .forEach(name -> differences.add("with " + name));
    return differences.getFirst();
  }

  private boolean isEmpty() {
    if (!Files.exists(folder)) {
      return true;
    }
    try {
      return FolderLock.isEmpty(folder);
    } catch (IOException e) {
      throw new UserException(
          "cannot read the folder %s (%s)".formatted(folder, Folders.reason(e)), e);
    }
  }

  private Map<String, Map<String, String>> asked() {
    Map<String, Map<String, String>> asked = new LinkedHashMap<>();
    runs.forEach((name, config) -> {
      Map<String, String> settings = new LinkedHashMap<>(config.settings());
      settings.put("model", config.model().toJson());
      asked.put(name, settings);
    });
    return asked;
  }

  /**
   * Makes the folder and keeps others out of it.
   *
   * @throws UserException if others have it, or it is for another queue by now
   */
  public FolderLock begin() {
    return FolderLock.claim(
        folder,
        () -> {
          check();
          Folders.make(folder, "--out");
        });
  }

  /** Notes down in the folder what was asked for. */
  public void noteDown() {
    if (!Files.exists(request())) {
      AtomicFiles.write(request(), JsonText.pretty(asked()) + "\n");
    }
  }

  /**
   * Trains a run, or the rest of it, and tests it.
   *
   * @param listener is told how it goes
   * @param started is handed the trainer, to stop it by
   * @return why it ended; after {@link StopReason#STOPPED} it is interrupted
   * @throws UserException if it diverges, its data are others than before, or a file fails
   */
  public StopReason train(
      String name,
      RunImages images,
      Backends.Choice device,
      TrainListener listener,
      Consumer<Trainer> started) {
    RunFolder run = folder(name);
    Folders.make(run.path(), "--out");
    try (FolderLock _ = FolderLock.take(run.path())) {
      Start start =
          Files.exists(run.last())
              ? new Start.Resume(Checkpoint.read(run.last()))
              : new Start.Fresh();
      return train(name, run, start, images, device, listener, started);
    }
  }

  private StopReason train(
      String name,
      RunFolder run,
      Start start,
      RunImages images,
      Backends.Choice device,
      TrainListener listener,
      Consumer<Trainer> started) {
    Stopwatch times = new Stopwatch(new HardwareLog(listener, run), System::nanoTime);
    TrainConfig config = runs.get(name);
    if (config == null) {
      throw new IllegalArgumentException("no run " + name);
    }
    try (Trainer trainer = new Trainer(config, images, device, run, start, times)) {
      started.accept(trainer);
      StopReason end = trainer.run();
      if (end != StopReason.STOPPED) {
        run.writeSummary(
            RunSummary.of(trainer, device, end, FinalTest.of(trainer).results(), List.of(), times));
      }
      return end;
    }
  }
}
