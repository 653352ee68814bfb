package dev.weft.models.doctor;

import dev.weft.runtime.UserException;
import dev.weft.runtime.data.FashionMnist;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fashion-MNIST, as far as it is on this machine; nothing is downloaded. */
final class DataCheck {
  private static final String AREA = "data";
  private static final String WHAT = "Fashion-MNIST";

  private DataCheck() {}

  static Finding finding(Map<String, String> environment, Path workingFolder) {
    FashionMnist images = new FashionMnist(environment, workingFolder);
    Optional<Path> found = images.find(Optional.empty());
    if (found.isEmpty()) {
      String named = environment.getOrDefault("WEFT_DATA", "");
      return named.isBlank()
          ? Finding.warn(
              AREA, WHAT, "not on this machine", "'weft train' downloads it; --data names a folder")
          : Finding.fail(
              AREA,
              WHAT,
              "WEFT_DATA is %s, which lacks some of the four files".formatted(named),
              "correct it, or unset it to have them downloaded");
    }
    try {
      List<String> notes =
          images.load(found, (file, bytes, total) -> {}).notes().stream()
              .map(note -> note.replaceFirst("^data: ", ""))
              .toList();
      return Finding.ok(AREA, WHAT, notes.getLast());
    } catch (UserException e) {
      return Finding.fail(AREA, WHAT, e.getMessage(), "get the file again");
    }
  }
}
