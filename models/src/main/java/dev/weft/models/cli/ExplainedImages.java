package dev.weft.models.cli;

import dev.weft.kernels.Shape;
import dev.weft.models.predict.BadImageException;
import dev.weft.models.predict.GarmentReader;
import dev.weft.models.predict.Prepared;
import dev.weft.runtime.UserException;
import dev.weft.runtime.data.Dataset;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the images that a user asks about: numbers of the test set, or files. */
final class ExplainedImages {
  private final TrainedModel model;
  private final InputOptions input;
  private final Context context;
  private final PrintStream notes;
  private @Nullable Dataset test;

  ExplainedImages(TrainedModel model, InputOptions input, Context context, PrintStream notes) {
    this.model = model;
    this.input = input;
    this.context = context;
    this.notes = notes;
  }

  /**
   * An image.
   *
   * @param name for people
   * @param file where it lies, of one that is a file, whatever folder one is in
   * @param folder what is made of it may lie in; never the same for an image of the test set and a
   *     file
   * @param pixels {@code [h,w,c]}, 0..1
   * @param actual its class, where that is known
   */
  record Asked(
      String name, Optional<String> file, String folder, float[] pixels, Optional<String> actual) {}

  /**
   * The images that arguments stand for.
   *
   * @throws UserException if there is no such image, or it does not fit the model
   */
  List<Asked> find(List<String> arguments) {
    return arguments.stream().map(this::find).toList();
  }

  /**
   * The image that an argument stands for.
   *
   * @throws UserException if there is no such image, or it does not fit the model
   */
  private Asked find(String argument) {
    if (argument.matches("\\d{1,9}")) {
      return tested(Integer.parseInt(argument));
    }
    return photographed(FileNames.path(argument));
  }

  /** As {@code weft predict} sees it. */
  private Asked photographed(Path file) {
    Shape input = model.spec().input();
    if (input.dim(2) != 1) {
      throw new UserException(
          "model %s takes %s, not grey images [h,w,1]".formatted(model.spec().name(), input));
    }
    try {
      Path found = context.folder().resolve(file);
      Prepared seen = new GarmentReader(input.dim(0), input.dim(1)).read(found);
      String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
      return new Asked(
          file.toString(),
          Optional.of(found.toAbsolutePath().normalize().toString()),
          "photo-" + stem,
          floats(seen.pixels()),
          Optional.empty());
    } catch (BadImageException e) {
      throw new UserException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static float[] floats(byte[] bytes) {
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      pixels[i] = (bytes[i] & 0xff) / 255f;
    }
    return pixels;
  }

  private Asked tested(int index) {
    Dataset images = test();
    if (index >= images.n()) {
      throw new UserException(
          "no image %d in the test set: give a number from 0 to %d"
              .formatted(index, images.n() - 1));
    }
    return new Asked(
        "test image " + index,
        Optional.empty(),
        "test-" + index,
        floats(images.image(index)),
        Optional.of(images.classNames().get(images.label(index))));
  }

  private Dataset test() {
    Dataset loaded = test;
    if (loaded == null) {
      loaded = input.images(model.checkpoint(), context, notes).test();
      if (model.spec().input().size() != loaded.h() * loaded.w()) {
        throw new UserException(
            "model %s takes %s, but the images are %dx%d"
                .formatted(model.spec().name(), model.spec().input(), loaded.h(), loaded.w()));
      }
      test = loaded;
    }
    return loaded;
  }
}
