package dev.weft.models.robustness;

import dev.weft.models.explain.Explanation;
import dev.weft.models.explain.Network;
import dev.weft.models.robustness.Robustness.Cell;
import dev.weft.models.robustness.Robustness.ClassAccuracy;
import dev.weft.models.robustness.Robustness.Row;
import dev.weft.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Shows corrupted images to a model and counts those that it still recognises. */
public final class Examiner {
  private final Network network;
  private final Dataset images;
  private final long seed;
  private final List<Plane> planes;
  private final int sample;
  private final List<Sample.Row> samples = new ArrayList<>();
  private final IntConsumer progress;
  private int done;

  /**
   * An examiner with images.
   *
   * @param network takes images of this size, of one channel, and tells their classes apart
   * @param seed of all that is left to chance
   * @param sample number of the image that is kept with every corruption
   * @param progress is told how many sets of images the model has seen
   */
  public Examiner(Network network, Dataset images, long seed, int sample, IntConsumer progress) {
    this.network = network;
    this.images = images;
    this.seed = seed;
    this.sample = sample;
    this.progress = progress;
    planes =
        IntStream.range(0, images.n())
            .mapToObj(i -> Plane.of(images.h(), images.w(), images.image(i)))
            .toList();
  }

  /** How many sets of images the model will see. */
  public static int sets(List<Corruption> corruptions, List<Attack> attacks) {
    return 1
        + corruptions.size() * Corruption.SEVERITIES
        + attacks.size() * Attack.STRENGTHS.size();
  }

  /**
   * Pixels {@code [n,h,w]}, 0..1, that the model is shown of images {@code first} and following.
   */
  @FunctionalInterface
  private interface Treatment {
    float[] of(int first, int n);
  }

  /**
   * Examines the model.
   *
   * @param corruptions to apply to all images, in all severities
   * @param attacks to make on all images, in all strengths
   */
  public Robustness examine(List<Corruption> corruptions, List<Attack> attacks) {
    samples.clear();
    done = 0;
    Tally clean = new Tally(classes());
    Tally corrupted = new Tally(classes());
    row("clean", "", List.of(0.0), _ -> this::clean, clean::add);
    List<Row> corruptionRows =
        corruptions.stream()
            .map(corruption ->
                row(
                    corruption.word(),
                    corruption.unit(),
                    corruption.levels(),
                    i -> (first, n) -> corrupted(corruption, i + 1, first, n),
                    corrupted::add))
            .toList();
    List<Row> attackRows =
        attacks.stream()
            .map(attack ->
                row(
                    attack.word(),
                    Attack.UNIT,
                    Attack.STRENGTHS.stream().map(Integer::doubleValue).toList(),
                    i -> (first, n) -> attacked(attack, Attack.STRENGTHS.get(i), first, n),
                    _ -> {}))
            .toList();
    List<ClassAccuracy> classes =
        IntStream.range(0, classes())
            .mapToObj(label ->
                new ClassAccuracy(
                    images.classNames().get(label),
                    clean.images(label),
                    clean.accuracy(label),
                    corrupted.accuracy(label)))
            .toList();
    return new Robustness(clean.cell(0), corruptionRows, attackRows, classes);
  }

  /** The sample with every corruption of the last examination; the first row is clean. */
  public List<Sample.Row> samples() {
    return List.copyOf(samples);
  }

  private int classes() {
    return images.classNames().size();
  }

  private Row row(
      String name,
      String unit,
      List<Double> levels,
      IntFunction<Treatment> treatment,
      Consumer<Tally> counted) {
    List<Cell> cells = new ArrayList<>();
    List<Sample> kept = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      Tally tally = answers(treatment.apply(i), kept);
      counted.accept(tally);
      cells.add(tally.cell(levels.get(i)));
      done++;
      progress.accept(done);
    }
    samples.add(new Sample.Row(name, kept));
    return new Row(name, unit, cells);
  }

  private Tally answers(Treatment treatment, List<Sample> kept) {
    Tally tally = new Tally(classes());
    int size = images.h() * images.w();
    for (int first = 0; first < images.n(); first += network.batch()) {
      int n = Math.min(network.batch(), images.n() - first);
      float[] pixels = treatment.of(first, n);
      float[] probabilities = network.probabilities(pixels);
      for (int i = 0; i < n; i++) {
        float[] answer = Arrays.copyOfRange(probabilities, i * classes(), (i + 1) * classes());
        int predicted = Explanation.mostProbable(answer);
        tally.add(images.label(first + i), predicted, answer[predicted]);
        if (first + i == sample) {
          kept.add(new Sample(Arrays.copyOfRange(pixels, i * size, (i + 1) * size), predicted));
        }
      }
    }
    return tally;
  }

  private float[] clean(int first, int n) {
    return pixels(n, i -> planes.get(first + i));
  }

  private float[] corrupted(Corruption corruption, int severity, int first, int n) {
    return pixels(n, i -> corruption.apply(planes.get(first + i), severity, seed, first + i));
  }

  private float[] attacked(Attack attack, int strength, int first, int n) {
    int[] labels = IntStream.range(first, first + n).map(images::label).toArray();
    return attack.against(network, clean(first, n), labels, strength / 255.0, seed, first);
  }

  /** Images beside each other, made on all cores. */
  private float[] pixels(int n, IntFunction<Plane> plane) {
    int size = images.h() * images.w();
    float[] pixels = new float[n * size];
    IntStream.range(0, n)
        .parallel()
        .forEach(i -> System.arraycopy(plane.apply(i).values(), 0, pixels, i * size, size));
    return pixels;
  }
}
