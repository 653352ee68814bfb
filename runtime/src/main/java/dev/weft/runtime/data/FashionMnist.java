package dev.weft.runtime.data;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, checks and loads Fashion-MNIST: 60,000 images to train on and 10,000 to test with, 28x28,
 * of ten garments (H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for
 * benchmarking machine learning algorithms", 2017, arXiv:1708.07747).
 *
 * <p>The first of these folders that holds the four files, each plain or with {@code .gz}, is used:
 *
 * <ol>
 *   <li>the one that the user names with {@code --data}, or else in {@code WEFT_DATA}. Whatever is
 *       wrong with it is an error. Valid IDX files other than the official ones are taken as the
 *       user's own ({@link Dataset.Source#FILES}).
 *   <li>{@code data/fashion-mnist}, then {@code ../shared/data/fashion-mnist}, seen from the
 *       working folder. All four files present but not official is an error; a lacking one is only
 *       noted.
 *   <li>the cache, {@code weft/fashion-mnist} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}. What
 *       it lacks or holds damaged is downloaded.
 * </ol>
 *
 * <p>If that cannot be downloaded, the garments of {@link DrawnGarments} stand in, and the last two
 * notes say so.
 */
public final class FashionMnist {
  /** Names of the ten classes, by label. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  /** What the classes of a user's own files mean is not known. */
  private static final List<String> OWN_CLASS_NAMES =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  /** Digests of the files published by the authors, taken over their decompressed bytes. */
  private static final List<OfficialFile> OFFICIAL_FILES =
      List.of(
          new OfficialFile(
              "train-images-idx3-ubyte",
              47_040_016,
              "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
          new OfficialFile(
              "train-labels-idx1-ubyte",
              60_008,
              "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
          new OfficialFile(
              "t10k-images-idx3-ubyte",
              7_840_016,
              "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
          new OfficialFile(
              "t10k-labels-idx1-ubyte",
              10_008,
              "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));

  /** The authors' two public addresses, from the README of zalandoresearch/fashion-mnist. */
  private static final List<URI> MIRRORS =
      List.of(
          URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
          URI.create("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"));

  private static final String HERE = "data/fashion-mnist";
  private static final String SHARED = "../shared/data/fashion-mnist";

  private static final Downloader.Timeouts TIMEOUTS =
      new Downloader.Timeouts(
          Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(30));

  private final Map<String, String> environment;
  private final Path workingFolder;
  private final List<OfficialFile> officialFiles;
  private final Downloader downloader;

  /**
   * Looks around in the given surroundings; nothing is read yet.
   *
   * @param environment variables of the process: WEFT_DATA, XDG_CACHE_HOME, HOME
   * @param workingFolder that relative folders are seen from
   */
  public FashionMnist(Map<String, String> environment, Path workingFolder) {
    this(environment, workingFolder, OFFICIAL_FILES, new Downloader(MIRRORS, TIMEOUTS));
  }

  /** For tests: other files as the official ones (train images, labels, test images, labels). */
  FashionMnist(
      Map<String, String> environment,
      Path workingFolder,
      List<OfficialFile> officialFiles,
      Downloader downloader) {
    this.environment = Map.copyOf(environment);
    this.workingFolder = workingFolder;
    this.officialFiles = List.copyOf(officialFiles);
    this.downloader = downloader;
  }

  /**
   * Loads both parts from where they are found first; see above for the order.
   *
   * @param data the folder that the user named with {@code --data}
   * @param progress told of downloads
   * @throws UserException if a folder that must be used is broken, or the cache cannot be written
   */
  public Datasets load(Optional<Path> data, DownloadProgress progress) {
    Optional<Path> named = data.or(() -> variable("WEFT_DATA").map(Path::of));
    if (named.isPresent()) {
      return loadNamed(workingFolder.resolve(named.get()));
    }
    List<String> notes = new ArrayList<>();
    for (String place : List.of(HERE, SHARED)) {
      Path folder = workingFolder.resolve(place).normalize();
      List<String> missing = IdxFolder.missing(folder, names());
      if (missing.isEmpty()) {
        return loadOfficial(folder, notes);
      }
      if (missing.size() < officialFiles.size()) {
        notes.add("passed over %s: it lacks %s".formatted(folder, String.join(", ", missing)));
      }
    }
    return loadCached(notes, progress);
  }

  /** {@link #load(Optional, DownloadProgress)} for programs: no folder named, nobody told. */
  public Datasets load() {
    return load(Optional.empty(), (file, bytes, total) -> {});
  }

  /**
   * The folder that {@link #load} would read, which has all files, good or bad; empty where a
   * folder that must be used lacks some, or where they would be downloaded.
   *
   * @param data the folder that the user named with {@code --data}
   */
  public Optional<Path> find(Optional<Path> data) {
    Optional<Path> named = data.or(() -> variable("WEFT_DATA").map(Path::of));
    List<Path> places =
        named
            .map(folder -> List.of(workingFolder.resolve(folder)))
            .orElseGet(() ->
                List.of(
                    workingFolder.resolve(HERE).normalize(),
                    workingFolder.resolve(SHARED).normalize(),
                    cacheFolder()));
    return places.stream()
        .filter(folder -> IdxFolder.missing(folder, names()).isEmpty())
        .findFirst();
  }

  private Datasets loadNamed(Path folder) {
    IdxFolder files = IdxFolder.read(folder, names());
    if (files.unofficial(officialFiles).isEmpty()) {
      return official(files, List.of());
    }
    String note =
        "data: your own files from %s, not the official Fashion-MNIST; results cannot be compared"
            .formatted(folder);
    return files.toDatasets(Dataset.Source.FILES, OWN_CLASS_NAMES, List.of(note));
  }

  private Datasets loadOfficial(Path folder, List<String> notes) {
    IdxFolder files = IdxFolder.read(folder, names());
    List<String> wrong = files.unofficial(officialFiles);
    if (!wrong.isEmpty()) {
      throw new UserException(
          "%s: %s differs from the official file; replace it, or name your own data with --data"
              .formatted(folder, wrong.getFirst()));
    }
    return official(files, notes);
  }

  private Datasets official(IdxFolder files, List<String> notes) {
    List<String> all = new ArrayList<>(notes);
    all.add("data: Fashion-MNIST, official files (SHA-256 checked), from " + files.folder());
    return files.toDatasets(Dataset.Source.OFFICIAL, CLASS_NAMES, all);
  }

  private Datasets loadCached(List<String> notes, DownloadProgress progress) {
    Path cache = cacheFolder();
    if (IdxFolder.missing(cache, names()).isEmpty()) {
      try {
        return loadOfficial(cache, notes);
      } catch (UserException damaged) {
        notes.add("downloading damaged files of the cache again: " + damaged.getMessage());
      }
    }
    try {
      for (OfficialFile file : officialFiles) {
        if (!isIntact(cache, file)) {
          downloader.fetch(file, cache, progress);
          // The plain form would be preferred, and it was not there or not intact.
          Files.deleteIfExists(cache.resolve(file.name()));
        }
      }
    } catch (DownloadFailedException e) {
      return drawn(notes, e);
    } catch (IOException e) {
      throw new UserException(cache + ": cannot be cleared (" + e + "); remove the folder", e);
    }
    return loadOfficial(cache, notes);
  }

  private static Datasets drawn(List<String> notes, DownloadFailedException e) {
    List<String> all = new ArrayList<>(notes);
    all.add("Fashion-MNIST is not at hand and cannot be downloaded (" + e.getMessage() + ").");
    all.add(
        "Using garments drawn by the program instead; results are not those of Fashion-MNIST, for"
            + " which give its folder with --data.");
    return new Datasets(DrawnGarments.train(), DrawnGarments.test(), all);
  }

  private static boolean isIntact(Path folder, OfficialFile file) {
    Optional<Path> found = IdxFolder.find(folder, file.name());
    try {
      return found.isPresent() && file.isHeldBy(found.get());
    } catch (IOException e) {
      return false; // damaged gzip data, or unreadable: a fresh copy may do better
    }
  }

  private Path cacheFolder() {
    Path base =
        variable("XDG_CACHE_HOME")
            .map(Path::of)
            .or(() -> variable("HOME").map(home -> Path.of(home, ".cache")))
            .orElseGet(() -> workingFolder.resolve(".cache"));
    return base.resolve("weft").resolve("fashion-mnist");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private List<String> names() {
    return officialFiles.stream().map(OfficialFile::name).toList();
  }
}
