package dev.weft.models.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An explanation for programs: the content of {@code explanation.json}.
 *
 * @param run what was asked
 * @param image which image: its number in the test set, or its file
 * @param file where it lies, of an image that is a file
 * @param actual its class, where that is known
 * @param predicted the most probable class
 * @param explained the class that the maps are for
 * @param probabilities by class, 0..1
 * @param summary the explanation in one sentence
 * @param maps what the methods say, each in a sentence and in numbers
 * @param check whether the map that the summary rests on can be trusted
 */
public record ExplanationReport(
    String run,
    String image,
    Optional<String> file,
    Optional<String> actual,
    String predicted,
    String explained,
    Map<String, Float> probabilities,
    String summary,
    List<MapReport> maps,
    Check check) {

  /**
   * One map.
   *
   * @param method {@code grad-cam}, {@code saliency} or {@code occlusion}
   * @param layer of Grad-CAM
   * @param sentence what it shows
   * @param focus where its heat is
   * @param height rows of {@code values}
   * @param width columns of {@code values}
   * @param values row-major: score for Grad-CAM, score a pixel for saliency, probability lost for
   *     occlusion
   */
  public record MapReport(
      String method,
      Optional<String> layer,
      String sentence,
      Focus focus,
      int height,
      int width,
      float[] values) {}

  /** {@link Deletion} with its sentence. */
  public record Check(String sentence, Deletion deletion) {}

  /** The report of an explanation. */
  public static ExplanationReport of(
      String run,
      String image,
      Optional<String> file,
      Optional<String> actual,
      Explanation explanation) {
    Sentences sentences = new Sentences(explanation);
    Map<String, Float> probabilities = new LinkedHashMap<>();
    for (int i = 0; i < explanation.classNames().size(); i++) {
      probabilities.put(explanation.classNames().get(i), explanation.trace().probabilities()[i]);
    }
    List<MapReport> maps = new ArrayList<>();
    explanation
        .gradCams()
        .forEach((layer, map) ->
            maps.add(
                report(
                    "grad-cam",
                    Optional.of(layer),
                    sentences.gradCam(layer),
                    explanation.focus(explanation.enlarged(layer)),
                    map)));
    Heatmap saliency = explanation.saliency();
    maps.add(
        report(
            "saliency",
            Optional.empty(),
            sentences.saliency(),
            explanation.focus(saliency),
            saliency));
    Heatmap drop = explanation.occlusion().drop();
    maps.add(
        report(
            "occlusion", Optional.empty(), sentences.occlusion(), explanation.focus(drop), drop));
    return new ExplanationReport(
        run,
        image,
        file,
        actual,
        explanation.classNames().get(explanation.predicted()),
        explanation.className(),
        probabilities,
        sentences.summary(),
        maps,
        new Check(sentences.check(), explanation.deletion()));
  }

  private static MapReport report(
      String method, Optional<String> layer, String sentence, Focus focus, Heatmap map) {
    return new MapReport(method, layer, sentence, focus, map.h(), map.w(), map.values());
  }
}
