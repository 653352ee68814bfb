package dev.weft.models.explain;

import dev.weft.models.explain.Overview.Captioned;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.train.JsonText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An explanation as files of a folder: {@code overview.png} with all of it, a picture for each map,
 * and {@code explanation.json}.
 */
public final class ExplanationFiles {
  private static final String JSON = "explanation.json";
  private static final JsonMapper PARSER = JsonMapper.builder().build();
  private static final int COLUMNS = 16;
  private static final int TILE = 56;
  private static final int GAP = 16;
  private static final int WIDTH = 4 * Pictures.SIDE + 3 * GAP;

  private final Path folder;
  private final Explanation explanation;
  private final Sentences sentences;
  private final List<Path> written = new ArrayList<>();

  private ExplanationFiles(Path folder, Explanation explanation) {
    this.folder = folder;
    this.explanation = explanation;
    this.sentences = new Sentences(explanation);
  }

  /**
   * The folder for an explanation: {@code wanted}, with a number if another image is explained
   * there.
   */
  public static Path folder(Path wanted, ExplanationReport report) {
    Path folder = wanted;
    for (int i = 2; holdsAnother(folder, report); i++) {
      folder = wanted.resolveSibling(wanted.getFileName() + "_" + i);
    }
    return folder;
  }

  private static boolean holdsAnother(Path folder, ExplanationReport report) {
    Path json = folder.resolve(JSON);
    if (!Files.exists(json)) {
      return false;
    }
    try {
      JsonNode there = PARSER.readTree(Files.readAllBytes(json));
      String image = there.path("file").asString(there.path("image").asString(""));
      return !image.equals(report.file().orElse(report.image()));
    } catch (IOException | JacksonException e) {
      return true; // nobody knows
    }
  }

  /**
   * Writes the files, over older ones of the same names.
   *
   * @param folder is made if it is not there
   * @param firstFilters weights of the first convolution, or nothing where there is none
   * @param report what {@code explanation.json} is to hold
   * @return the files
   * @throws UserException if they cannot be written
   */
  public static List<Path> write(
      Path folder, Explanation explanation, List<NamedTensor> firstFilters, Object report) {
    Folders.make(folder, "--out");
    ExplanationFiles files = new ExplanationFiles(folder, explanation);
    files.pictures(firstFilters);
    Path json = folder.resolve(JSON);
    AtomicFiles.write(json, JsonText.pretty(report) + "\n");
    files.written.add(json);
    return files.written;
  }

  private void pictures(List<NamedTensor> firstFilters) {
    Overview sheet = new Overview(WIDTH);
    sheet.text(sentences.summary(), true);
    String name = explanation.className();
    List<Captioned> row = new ArrayList<>();
    row.add(new Captioned("image", Pictures.image(explanation)));
    for (String layer : explanation.gradCams().keySet()) {
      BufferedImage picture = Pictures.overlay(explanation, explanation.enlarged(layer));
      save("gradcam-" + layer, picture);
      row.add(new Captioned("Grad-CAM of %s for %s".formatted(layer, name), picture));
    }
    BufferedImage saliency =
        Pictures.squares(explanation.saliency().normalised(), ColourMap.HEAT, Pictures.SIDE);
    save("saliency", saliency);
    row.add(new Captioned("saliency for " + name, saliency));
    Heatmap drop = explanation.occlusion().drop();
    BufferedImage occlusion = Pictures.overlay(explanation, drop.normalised());
    save("occlusion", occlusion);
    row.add(
        new Captioned(
            String.format(
                Locale.ROOT, "occlusion, up to %.1f points", 100 * Math.max(0, drop.max())),
            occlusion));
    for (int i = 0; i < row.size(); i += 4) {
      sheet.row(row.subList(i, Math.min(row.size(), i + 4)));
    }
    sheet.text(
        "Bright yellow speaks for %s most, dark violet least; each map has a scale of its own."
            .formatted(name),
        false);
    for (NamedTensor weight : firstFilters) {
      String layer = weight.name().replace(".weight", "");
      save("filters-" + layer, Layers.filters(weight, COLUMNS, TILE));
      sheet.row(
          List.of(
              new Captioned(
                  "filters of %s: red adds, blue takes away".formatted(layer),
                  Layers.filters(weight, COLUMNS, TILE * 2 / 3))));
    }
    explanation
        .trace()
        .convolutions()
        .forEach((layer, maps) -> {
          save("features-" + layer, Layers.features(maps, COLUMNS, 2 * TILE));
          sheet.row(
              List.of(
                  new Captioned(
                      "what %s finds: its %d feature maps%s"
                          .formatted(
                              layer, maps.channels(), maps.channels() > 64 ? ", the first 64" : ""),
                      Layers.features(maps, COLUMNS, TILE))));
        });
    explanation.gradCams().keySet().forEach(layer -> sheet.text(sentences.gradCam(layer), false));
    sheet.text(sentences.saliency(), false);
    sheet.text(sentences.occlusion(), false);
    sheet.text(sentences.check(), false);
    save("overview", sheet.draw());
  }

  private void save(String name, BufferedImage picture) {
    Path file = folder.resolve(name + ".png");
    AtomicFiles.write(
        file,
        out -> {
          try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "png", stream)) {
              throw new IOException("this Java cannot write PNG");
            }
          }
        });
    written.add(file);
  }
}
