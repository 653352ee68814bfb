package dev.weft.bench.cli;

import dev.weft.bench.cli.OutputOptions.Titled;
import dev.weft.bench.report.ScaleTable;
import dev.weft.bench.result.BenchResult;
import dev.weft.bench.run.Measurer.Job;
import dev.weft.bench.subject.Catalogue;
import dev.weft.bench.subject.Item;
import dev.weft.bench.subject.Opener;
import dev.weft.bench.subject.ScaledModels;
import dev.weft.models.cli.Context;
import dev.weft.models.cli.ModelArgument;
import dev.weft.runtime.graph.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how cost grows. */
@Command(
    name = "scale",
    description = {
      "Measures how times grow with threads, batch, size of images and channels.",
      "Threads and batch: a training step; the others: a 3x3 convolution and a small model."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft bench scale --quick",
      "  weft bench scale my-model.json --device opencl --json scale.json"
    })
final class ScaleCommand implements Callable<Integer> {
  private static final int STEP_BATCH = 128;
  private static final int GROWN_BATCH = 16;
  private static final int MOST_ROWS = 1024;

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      defaultValue = "cnn-dropout-1",
      description = "Whose step is timed by threads and batch (default ${DEFAULT-VALUE}).")
  private String model = "";

  @Mixin private MeasureOptions measure;
  @Mixin private OutputOptions output;

  ScaleCommand(Context context) {
    this.context = context;
    this.measure = new MeasureOptions();
    this.output = new OutputOptions();
  }

  /** Jobs whose rows make a table. */
  private record Series(String title, ScaleTable.Varies varies, List<Job> jobs) {}

  @Override
  public Integer call() {
    measure.requireValid(spec.commandLine());
    ModelSpec base = ModelArgument.resolve(model, spec, context);
    List<Series> all = new ArrayList<>();
    for (Opener opener : measure.openers(spec.commandLine())) {
      all.addAll(series(base, opener));
    }
    List<Job> jobs = all.stream().flatMap(series -> series.jobs().stream()).toList();
    var old = output.prepare(context);
    BenchResult result = measure.measure(jobs, context);
    List<Titled> tables = new ArrayList<>();
    int from = 0;
    for (Series series : all) {
      int to = from + series.jobs().size();
      tables.add(
          new Titled(
              series.title(),
              ScaleTable.of(series.varies(), result.rows().subList(from, to)),
              ScaleTable.LEGEND));
      from = to;
    }
    output.show(result, tables, old, context);
    return 0;
  }

  private List<Series> series(ModelSpec base, Opener opener) {
    String on = " on " + opener.id();
    List<Series> all = new ArrayList<>();
    if (opener.id().equals("cpu") && opener.threads() == 0) {
      List<Job> jobs =
          threadCounts()
              .mapToObj(count ->
                  new Job(step(base, STEP_BATCH), STEP_BATCH, new Opener(opener.choice(), count)))
              .toList();
      all.add(
          new Series(
              "a step of %s at batch %d by threads%s".formatted(base.name(), STEP_BATCH, on),
              ScaleTable.Varies.THREADS,
              jobs));
    }
    all.add(
        new Series(
            "a step of %s by batch%s".formatted(base.name(), on),
            ScaleTable.Varies.BATCH,
            powers(MOST_ROWS).mapToObj(n -> new Job(step(base, n), n, opener)).toList()));
    all.add(
        grown(
            "by size of the image, 16 to 32 channels" + on,
            ScaledModels.SIZES.stream().map(ScaledModels::size).toList(),
            opener));
    all.add(
        grown(
            "by channels, at 28x28" + on,
            ScaledModels.CHANNELS.stream().map(ScaledModels::channels).toList(),
            opener));
    return all;
  }

  private static Series grown(String title, List<ModelSpec> models, Opener opener) {
    List<Job> jobs = new ArrayList<>();
    for (ModelSpec grown : models) {
      Catalogue.model(grown, GROWN_BATCH).stream()
          .filter(item -> item.layer().equals("conv2") || item.op().equals("step"))
          .forEach(item -> jobs.add(new Job(item, GROWN_BATCH, opener)));
    }
    return new Series(
        "the second 3x3 convolution of a small model, and its step, at batch %d, %s"
            .formatted(GROWN_BATCH, title),
        ScaleTable.Varies.MODEL,
        jobs);
  }

  private static Item step(ModelSpec model, int batch) {
    return Catalogue.steps(model, batch).getFirst();
  }

  /** All of few cores, else powers of 2 and all. */
  private static IntStream threadCounts() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores <= 8
        ? IntStream.rangeClosed(1, cores)
        : IntStream.concat(powers(cores), IntStream.of(cores)).distinct();
  }

  private static IntStream powers(int most) {
    return IntStream.iterate(1, n -> n <= most, n -> 2 * n);
  }
}
