package dev.weft.models.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the user names: files as they are, and the images in folders and the folders in those.
 * Images that are not read are among them: they are told of when it is their turn, not passed over.
 */
public final class ImageFiles {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  /** Of images that are not read, unless they have the wrong name. */
  private static final List<String> OTHERS =
      List.of(".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif");

  private ImageFiles() {}

  /** Is told of a folder that nothing can be taken from. */
  @FunctionalInterface
  public interface Useless {
    /** Which one, as the user wrote it, and why. */
    void folder(Path folder, String reason);
  }

  /**
   * All images, those of a folder in the order of their names. A file that does not exist is among
   * them: it is told of when it is its turn.
   *
   * @param folder that relative names are seen from
   * @param useless is told of folders that cannot be read or hold no image
   */
  public static List<Path> list(Path folder, List<Path> named, Useless useless) {
    List<Path> files = new ArrayList<>();
    for (Path name : named) {
      if (Files.isDirectory(folder.resolve(name))) {
        files.addAll(in(folder, name, useless));
      } else {
        files.add(name);
      }
    }
    return files;
  }

  private static List<Path> in(Path folder, Path name, Useless useless) {
    Path root = folder.resolve(name);
    try (Stream<Path> found = Files.walk(root)) {
      List<Path> files =
          found
              .filter(ImageFiles::isImage)
              // Not as text: that would be another name if the locale lacks a character of it.
              .map(file -> name.resolve(root.relativize(file)))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        useless.folder(name, "no images in this folder; they must end in .png, .jpg or .jpeg");
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      useless.folder(name, "cannot be looked through (%s)".formatted(e));
      return List.of();
    }
  }

  private static boolean isImage(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && Stream.concat(ENDINGS.stream(), OTHERS.stream()).anyMatch(name::endsWith)
        && Files.isRegularFile(file);
  }
}
