package dev.weft.models.explain;

import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import dev.weft.runtime.train.Predictions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of why a model answers as it does about one image.
 *
 * @param image the pixels, {@code [h,w,c]}, 0..1
 * @param classNames by label
 * @param trace what went through the model; its label is the class that is explained
 * @param saliency at the size of the image
 * @param gradCams by layer, each at the size of the layer
 * @param occlusion what hiding parts does
 * @param deletion whether the last of {@code gradCams} says what the class rests on; without any,
 *     whether the saliency does
 */
public record Explanation(
    float[] image,
    List<String> classNames,
    Trace trace,
    Heatmap saliency,
    Map<String, Heatmap> gradCams,
    Occlusion occlusion,
    Deletion deletion) {

  /** Keeps the order of the map. */
  public Explanation {
    classNames = List.copyOf(classNames);
    gradCams = Collections.unmodifiableMap(new LinkedHashMap<>(gradCams));
  }

  /**
   * Explains a class.
   *
   * @param image {@code [h,w,c]}, 0..1
   * @param label the class
   * @param layers the convolutions to take Grad-CAM of, the most telling last
   */
  public static Explanation of(
      Explainer explainer,
      float[] image,
      int label,
      List<String> classNames,
      List<String> layers,
      int patch) {
    Trace trace = explainer.trace(image, label);
    Heatmap saliency = Saliency.of(trace);
    Map<String, Heatmap> gradCams = new LinkedHashMap<>();
    Heatmap main = saliency;
    for (String layer : layers) {
      Trace.Maps maps = trace.convolutions().get(layer);
      if (maps == null) {
        throw new UserException(
            "no convolution '%s' in %s%s (it has: %s)"
                .formatted(
                    layer,
                    explainer.model().name(),
                    Suggestion.hint(layer, trace.layers()),
                    String.join(", ", trace.layers())));
      }
      gradCams.put(layer, GradCam.of(maps));
      main = Explainer.gradCam(trace, layer);
    }
    return new Explanation(
        image,
        classNames,
        trace,
        saliency,
        gradCams,
        explainer.occlusion(image, label, patch),
        explainer.deletion(image, label, main));
  }

  /** The class that is explained. */
  public String className() {
    return classNames.get(trace.label());
  }

  /** What the model says of the class that is explained, 0..1. */
  public float probability() {
    return trace.probabilities()[trace.label()];
  }

  /** The most probable class. */
  public int predicted() {
    return mostProbable(trace.probabilities());
  }

  /** A Grad-CAM map at the size of the image. */
  public Heatmap enlarged(String layer) {
    return Explainer.gradCam(trace, layer);
  }

  /** Where a map at the size of the image has its heat. */
  public Focus focus(Heatmap map) {
    return Focus.of(map, image, trace.input().shape());
  }

  /**
   * The most probable class, the first where several are.
   *
   * @param probabilities {@code [classes]}
   */
  public static int mostProbable(float[] probabilities) {
    return Predictions.argmax(probabilities, 0, probabilities.length);
  }
}
