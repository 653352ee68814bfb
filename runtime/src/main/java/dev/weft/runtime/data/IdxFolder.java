package dev.weft.runtime.data;

import dev.weft.runtime.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The four IDX files of a folder, read and found to fit together. */
final class IdxFolder {
  private static final int CLASSES = 10;

  private final Path folder;
  private final List<Idx> files;

  private IdxFolder(Path folder, List<Idx> files) {
    this.folder = folder;
    this.files = files;
  }

  /** The file of that name, plain or else with {@code .gz}. */
  static Optional<Path> find(Path folder, String name) {
    return List.of(folder.resolve(name), folder.resolve(name + ".gz")).stream()
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Those of {@code names} that the folder, which need not exist, lacks. */
  static List<String> missing(Path folder, List<String> names) {
    return names.stream().filter(name -> find(folder, name).isEmpty()).toList();
  }

  /**
   * Reads the four files.
   *
   * @param names of the training images and labels, then the test images and labels
   * @throws UserException if one is missing or broken, or they do not fit together
   */
  static IdxFolder read(Path folder, List<String> names) {
    if (!Files.isDirectory(folder)) {
      throw new UserException(folder + ": no such folder; name the one with the four IDX files");
    }
    List<String> missing = missing(folder, names);
    if (!missing.isEmpty()) {
      throw new UserException(
          "%s: lacks %s; put it there, plain or as .gz"
              .formatted(folder, String.join(", ", missing)));
    }
    List<Path> paths = names.stream().map(name -> find(folder, name).orElseThrow()).toList();
    List<Idx> files = new ArrayList<>();
    for (int part = 0; part < paths.size(); part += 2) {
      files.add(Idx.readImages(paths.get(part)));
      files.add(Idx.readLabels(paths.get(part + 1), CLASSES));
      requireSameCount(paths.get(part), files.get(part), paths.get(part + 1), files.get(part + 1));
    }
    requireSameSize(paths.get(0), files.get(0), paths.get(2), files.get(2));
    return new IdxFolder(folder, files);
  }

  Path folder() {
    return folder;
  }

  /** Names of the files whose digests are not the official ones. */
  List<String> unofficial(List<OfficialFile> official) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!files.get(i).sha256().equals(official.get(i).sha256())) {
        wrong.add(official.get(i).name());
      }
    }
    return wrong;
  }

  Datasets toDatasets(Dataset.Source source, List<String> classNames, List<String> notes) {
    return new Datasets(part(0, source, classNames), part(2, source, classNames), notes);
  }

  private Dataset part(int at, Dataset.Source source, List<String> classNames) {
    Idx images = files.get(at);
    return Dataset.owning(
        images.values(),
        files.get(at + 1).values(),
        images.dimension(1),
        images.dimension(2),
        classNames,
        source,
        folder.toString());
  }

  private static void requireSameCount(Path images, Idx pixels, Path labels, Idx values) {
    if (pixels.n() != values.n()) {
      throw new UserException(
          "%s: holds %d labels for the %d images of %s; check whether files were swapped"
              .formatted(labels, values.n(), pixels.n(), images.getFileName()));
    }
  }

  private static void requireSameSize(Path train, Idx a, Path test, Idx b) {
    if (a.dimension(1) != b.dimension(1) || a.dimension(2) != b.dimension(2)) {
      throw new UserException(
          "%s: its images are %dx%d, but those of %s are %dx%d; give images of one size"
              .formatted(
                  test,
                  b.dimension(1),
                  b.dimension(2),
                  train.getFileName(),
                  a.dimension(1),
                  a.dimension(2)));
    }
  }
}
