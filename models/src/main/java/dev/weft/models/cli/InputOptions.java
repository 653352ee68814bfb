package dev.weft.models.cli;

import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DownloadProgress;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.train.DataIdentity;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** {@code --device} and {@code --data}, and what is taken where they are not given. */
final class InputOptions {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "What to run on: auto (default; a GPU, else cpu), tornado, opencl, cpu, reference, an id"
              + " such as tornado:0:1, or a part of a name as in opencl:geforce; 'weft devices'"
              + " lists all.")
  private Optional<String> device = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder with the four IDX files, plain or .gz (default: $WEFT_DATA, or data/fashion-mnist"
              + " here or in ../shared, or the cache, where they are downloaded to).")
  private Optional<Path> data = Optional.empty();

  /** The device for a new run. */
  Backends.Choice device() {
    return Backends.load().choose(device.orElse("auto"));
  }

  /** The device for an old run: by the same backend if it is not told otherwise. */
  Backends.Choice device(Checkpoint run) {
    return device(device, run);
  }

  /** The device that was asked for, or else one of the backend that trained the run. */
  static Backends.Choice device(Optional<String> device, Checkpoint run) {
    Backends backends = Backends.load();
    if (device.isEmpty()) {
      for (Backend backend : backends.all()) {
        List<Device> devices = backend.devices();
        if (backend.name().equals(run.backend()) && !devices.isEmpty()) {
          return new Backends.Choice(backend, devices.getFirst(), "as the run was trained");
        }
      }
    }
    return backends.choose(device.orElse("auto"));
  }

  /** Loads the images for a new run, and tells the user about them. */
  Datasets images(Context context, PrintStream notes) {
    return told(imagesAgain(context, notes), notes);
  }

  /** Loads them once more: the user has been told. */
  Datasets imagesAgain(Context context, PrintStream notes) {
    return loaded(context, notes, progress -> context.images().load(data, progress));
  }

  /**
   * Loads the images for an old run, and tells the user about them: those from the same place if it
   * is not told otherwise.
   */
  Datasets images(Checkpoint run, Context context, PrintStream notes) {
    return told(loaded(context, notes, progress -> images(run, context, progress)), notes);
  }

  private static Datasets told(Datasets loaded, PrintStream notes) {
    loaded.notes().forEach(notes::println);
    return loaded;
  }

  private static Datasets loaded(
      Context context, PrintStream notes, Function<DownloadProgress, Datasets> load) {
    try (DownloadConsole downloads =
        new DownloadConsole(notes, context.terminal(), System::nanoTime)) {
      return load.apply(downloads);
    }
  }

  private Datasets images(Checkpoint run, Context context, DownloadProgress progress) {
    DataIdentity identity = DataIdentity.of(run);
    if (data.isEmpty() && identity.isFrom(Dataset.Source.DRAWN)) {
      return new Datasets(
          DrawnGarments.train(),
          DrawnGarments.test(),
          List.of("data: garments drawn by the program, not Fashion-MNIST, as the run had them"));
    }
    Optional<Path> before =
        Optional.of(identity.origin())
            .filter(origin -> !origin.isEmpty())
            .map(Path::of)
            .filter(origin -> Files.isDirectory(context.folder().resolve(origin)));
    return context.images().load(data.or(() -> before), progress);
  }
}
