package dev.weft.models.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An explanation in words. Every word follows from numbers of the maps; parts of garments are named
 * by where in the picture they usually lie, not because anything has recognised them.
 */
public final class Sentences {
  /** How sure the model must be of a second class for it to be named. */
  private static final double WORTH_NAMING = 0.02;

  private final Explanation explanation;
  private final Garment garment;

  public Sentences(Explanation explanation) {
    this.explanation = explanation;
    this.garment =
        Garment.of(explanation.classNames().get(explanation.predicted()), explanation.classNames());
  }

  /** What the model says, and what speaks for the class that is explained, in one sentence. */
  public String summary() {
    String answer = answer(explanation.trace().probabilities());
    List<String> layers = List.copyOf(explanation.gradCams().keySet());
    if (layers.isEmpty()) {
      return "%s; %s".formatted(answer, looked(explanation.saliency(), "the saliency"));
    }
    return "%s; %s".formatted(answer, looked(explanation.enlarged(layers.getLast()), "Grad-CAM"));
  }

  private String looked(Heatmap map, String source) {
    boolean asked = explanation.trace().label() != explanation.predicted();
    String name = explanation.className();
    Focus focus = explanation.focus(map);
    if (!focus.any()) {
      return "nothing that it found speaks for %s".formatted(name);
    }
    String start = asked ? "what speaks for %s lies".formatted(name) : "it looked";
    if (focus.outside() >= 0.5) {
      return "%s mostly %s the background around it (%s of %s)"
          .formatted(start, asked ? "in" : "at", percent(focus.outside()), source);
    }
    if (!focus.narrow()) {
      return asked
          ? "what speaks for %s is spread over all of it".formatted(name)
          : "it looked at all of it, no part stands out";
    }
    return "%s mostly at %s (%s, %s of %s)"
        .formatted(start, parts(focus), rows(focus), percent(focus.share()), source);
  }

  /** The most probable classes: {@code 87% Shirt, 11% T-shirt/top}. */
  private String answer(float[] probabilities) {
    List<Integer> order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i]).reversed())
            .toList();
    List<String> named = new ArrayList<>();
    for (int i = 0; i < Math.min(3, order.size()); i++) {
      int label = order.get(i);
      if (i == 0 || probabilities[label] >= WORTH_NAMING) {
        named.add(percent(probabilities[label]) + " " + explanation.classNames().get(label));
      }
    }
    int label = explanation.trace().label();
    String name = explanation.className();
    if (named.stream().noneMatch(entry -> entry.endsWith(" " + name))) {
      named.add(percent(probabilities[label]) + " " + name);
    }
    return String.join(", ", named);
  }

  /** What the saliency shows. */
  public String saliency() {
    Focus focus = explanation.focus(explanation.saliency());
    return "The pixels that the score of %s depends on most lie %s"
        .formatted(explanation.className(), where(focus, "saliency"));
  }

  /** What Grad-CAM of a layer shows. */
  public String gradCam(String layer) {
    Focus focus = explanation.focus(explanation.enlarged(layer));
    return focus.any()
        ? "What %s found for %s lies %s"
            .formatted(layer, explanation.className(), where(focus, "heat"))
        : "Nothing that %s found speaks for %s".formatted(layer, explanation.className());
  }

  private String where(Focus focus, String heat) {
    if (focus.outside() >= 0.5) {
      return "mostly outside of the garment (%s of the %s)"
          .formatted(percent(focus.outside()), heat);
    }
    String outside =
        focus.outside() >= 0.1
            ? "; %s lies outside of the garment".formatted(percent(focus.outside()))
            : "";
    return focus.narrow()
        ? "mostly at %s (%s of the %s%s)"
            .formatted(parts(focus), percent(focus.share()), heat, outside)
        : String.format(
            Locale.ROOT,
            "all over it, no part stands out (half of the %s needs %d of 9 fields%s)",
            heat,
            focus.hottest().size(),
            outside);
  }

  /** What hiding parts does. */
  public String occlusion() {
    Occlusion occlusion = explanation.occlusion();
    Occlusion.Worst worst = occlusion.worst();
    String name = explanation.className();
    String patch = occlusion.patch() + "x" + occlusion.patch() + " pixels";
    float after = worst.probabilities()[explanation.trace().label()];
    if (explanation.probability() - after < 0.01) {
      return "Hiding no patch of %s lowers %s, %s, by more than a point"
          .formatted(patch, name, percent(explanation.probability()));
    }
    int then = Explanation.mostProbable(worst.probabilities());
    String taken =
        then == explanation.predicted()
            ? ""
            : "; it would then be taken for %s (%s)"
                .formatted(
                    explanation.classNames().get(then), percent(worst.probabilities()[then]));
    return String.format(
        Locale.ROOT,
        "Hiding %s around row %d, column %d lowers %s from %s to %s%s",
        patch,
        worst.y(),
        worst.x(),
        name,
        percent(explanation.probability()),
        percent(after),
        taken);
  }

  /** Whether the map can be trusted. */
  public String check() {
    Deletion deletion = explanation.deletion();
    String map = explanation.gradCams().isEmpty() ? "saliency" : "Grad-CAM";
    if (deletion.pixels() == 0) {
      return "There is nothing to hide in this image";
    }
    String verdict =
        deletion.hottest() < deletion.coldest() ? "" : ": the map says little about this image";
    return "Without the tenth of its pixels that %s marks hottest %s has %s, without the coldest tenth %s%s"
        .formatted(
            map,
            explanation.className(),
            percent(deletion.hottest()),
            percent(deletion.coldest()),
            verdict);
  }

  private String parts(Focus focus) {
    List<String> names =
        focus.hottest().stream().map(field -> "the " + garment.field(field)).toList();
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String rows(Focus focus) {
    List<Integer> rows =
        focus.hottest().stream().map(field -> field / 3).distinct().sorted().toList();
    String names =
        rows.stream()
            .map(List.of("upper", "middle", "lower")::get)
            .collect(Collectors.joining(" and "));
    return rows.size() == 3 ? "all heights" : names + (rows.size() == 1 ? " third" : " thirds");
  }

  /** A share for people: whole points, but 99.9% and 0.1% are not 100% and 0%. */
  static String percent(double share) {
    double points = 100 * share;
    if (points > 0 && points < 0.1) {
      return "under 0.1%";
    }
    if (points > 99.9 && points < 100) {
      return "over 99.9%";
    }
    boolean fine = points > 0 && (points < 1 || points > 99) && points < 100;
    return String.format(Locale.ROOT, fine ? "%.1f%%" : "%.0f%%", points);
  }
}
