package dev.weft.models.cli;

import dev.weft.models.compare.RunQueue;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.StopReason;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.Trainer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Trains what is unfinished in a queue, one run after another, until somebody asks to stop. */
final class QueueTraining {
  private final RunQueue queue;
  private final Path shown;
  private final InputOptions input;
  private final Context context;
  private final PrintStream notes;
  private final Map<String, String> failed = new LinkedHashMap<>();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicReference<@Nullable Trainer> current = new AtomicReference<>();

  /**
   * Prepares the runs of {@code queue}.
   *
   * @param shown the folder of the queue as users are told it
   * @param input where images come from, and the device
   * @param notes what happens is printed to
   */
  QueueTraining(
      RunQueue queue, Path shown, InputOptions input, Context context, PrintStream notes) {
    this.queue = queue;
    this.shown = shown;
    this.input = input;
    this.context = context;
    this.notes = notes;
  }

  /** What went wrong, by run. */
  Map<String, String> failed() {
    return failed;
  }

  /** Whether all were trained, or failed; else somebody asked to stop. */
  boolean run() {
    List<String> open =
        queue.runs().keySet().stream()
            .filter(name -> queue.state(name) != RunQueue.State.FINISHED)
            .toList();
    if (open.isEmpty()) {
      return true;
    }
    Backends.Choice device = input.device();
    notes.printf("device: %s, %s%n", device.device().id(), device.device().name());
    try (StopSignal _ =
        new StopSignal(() -> {
          stop.set(true);
          Stream.ofNullable(current.get()).forEach(Trainer::requestStop);
        })) {
      for (String name : open) {
        notes.printf("%nrun %d of %d: %s%n", position(name), queue.runs().size(), name);
        try {
          StopReason end = train(name, device, name.equals(open.getFirst()));
          if (end == StopReason.STOPPED || stop.get()) {
            return false;
          }
        } catch (UserException e) {
          failed.put(name, String.valueOf(e.getMessage()));
          notes.println("failed: " + e.getMessage());
        } finally {
          current.set(null); // it holds all images, for which there is room once
        }
      }
    }
    return true;
  }

  private int position(String name) {
    return new ArrayList<>(queue.runs().keySet()).indexOf(name) + 1;
  }

  private StopReason train(String name, Backends.Choice device, boolean first) {
    // Loaded anew for each run: kept, they would be most of the memory that a run takes.
    Datasets loaded = first ? input.images(context, notes) : input.imagesAgain(context, notes);
    TrainConfig config = Objects.requireNonNull(queue.runs().get(name));
    RunImages images = RunImages.of(loaded, config);
    try (TrainingConsole console =
        TrainingConsole.of(config, images, shown.resolve(name), context, notes)) {
      return queue.train(
          name,
          images,
          device,
          console,
          trainer -> {
            current.set(trainer);
            if (stop.get()) {
              trainer.requestStop();
            }
          });
    }
  }
}
