package dev.weft.bench.cli;

import dev.weft.bench.cli.OutputOptions.Titled;
import dev.weft.bench.report.ResultTable;
import dev.weft.bench.result.BenchResult;
import dev.weft.bench.run.Measurer.Job;
import dev.weft.bench.subject.Catalogue;
import dev.weft.bench.subject.Item;
import dev.weft.bench.subject.Opener;
import dev.weft.models.Presets;
import dev.weft.models.cli.Context;
import dev.weft.models.cli.ModelArgument;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.graph.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast calls and steps are. */
@Command(
    name = "bench",
    description = {
      "Measures how fast it is here, beside what the device can do at most.",
      "Every result is compared with the reference before it is timed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft bench --quick                        every op at batch 128",
      "  weft bench conv2d --batch 1,32,128,512    one op, at shapes of the presets",
      "  weft bench cnn-simple --quick             a model: its calls and its step",
      "  weft bench my-model.json --device opencl --json opencl.json",
      "  weft bench --quick --compare before.json  what changed since",
      "  weft bench scale --quick                  threads, batch, image, channels"
    })
final class BenchCommand implements Callable<Integer> {
  private static final List<Integer> ALL_BATCHES = List.of(1, 32, 128, 512);

  /** More than so many operations are for fast devices. */
  private static final long MOST_OF_SLOW = 20_000_000;

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "OP|MODEL",
      description =
          "An op, such as conv2d or conv2d.forward; a preset, or a model in JSON; 'steps' for the"
              + " steps of all presets; 'tests' for the cases of the tests (default: every op at"
              + " the shapes of the presets).")
  private Optional<String> what = Optional.empty();

  @Mixin private MeasureOptions measure;

  @Option(
      names = "--batch",
      paramLabel = "N",
      split = ",",
      description =
          "Rows, one or several numbers (default 1,32,128,512; with --quick 128; of slow devices"
              + " 1).")
  private List<Integer> batches = List.of();

  @Mixin private OutputOptions output;

  BenchCommand(Context context) {
    this.context = context;
    this.measure = new MeasureOptions();
    this.output = new OutputOptions();
  }

  @Override
  public Integer call() {
    measure.requireValid(spec.commandLine());
    MeasureOptions.requireBatches(batches, spec.commandLine());
    IntFunction<List<Item>> items = items();
    List<Job> jobs = jobs(items);
    Optional<BenchResult> old = output.prepare(context);
    BenchResult result = measure.measure(jobs, context);
    output.show(
        result,
        List.of(new Titled("", ResultTable.rows(result), ResultTable.LEGEND)),
        old,
        context);
    return 0;
  }

  private List<Job> jobs(IntFunction<List<Item>> items) {
    List<Job> jobs = new ArrayList<>();
    int tooMuch = 0;
    for (Opener opener : measure.openers(spec.commandLine())) {
      for (int batch : batches(opener)) {
        for (Item item : items.apply(batch)) {
          if (opener.isSlow() && item.operations() > MOST_OF_SLOW) {
            tooMuch++;
          } else {
            jobs.add(new Job(item, batch, opener));
          }
        }
      }
    }
    if (tooMuch > 0) {
      context
          .err()
          .printf(
              "left out: %d rows of more than %d million operations, on devices that are there to"
                  + " be right and not fast%n",
              tooMuch, MOST_OF_SLOW / 1_000_000);
    }
    return jobs;
  }

  private List<Integer> batches(Opener opener) {
    if (what.equals(Optional.of("tests"))) {
      return List.of(1); // they have batches of their own
    }
    if (!batches.isEmpty()) {
      return batches;
    }
    if (opener.isSlow()) {
      return List.of(1);
    }
    return measure.isBrief() ? List.of(128) : ALL_BATCHES;
  }

  /** What is to be measured, for each batch. */
  private IntFunction<List<Item>> items() {
    if (what.isEmpty()) {
      return Catalogue::ops;
    }
    String name = what.get();
    if (name.equals("tests")) {
      return batch -> Catalogue.tests();
    }
    if (name.equals("steps")) {
      return batch ->
          Presets.all().stream().flatMap(model -> Catalogue.steps(model, batch).stream()).toList();
    }
    List<String> ops =
        Catalogue.ops(1).stream()
            .map(Item::op)
            .flatMap(op -> Stream.of(op, op.substring(0, op.indexOf('.'))))
            .distinct()
            .toList();
    if (ops.contains(name)) {
      return batch ->
          Catalogue.ops(batch).stream()
              .filter(item -> item.op().equals(name) || item.op().startsWith(name + "."))
              .toList();
    }
    if (name.endsWith(".json") || name.contains("/") || Presets.NAMES.contains(name)) {
      ModelSpec model = ModelArgument.resolve(name, spec, context);
      return batch -> Catalogue.model(model, batch);
    }
    List<String> known =
        Stream.of(ops, Presets.NAMES, List.of("steps", "tests")).flatMap(List::stream).toList();
    throw new ParameterException(
        spec.commandLine(),
        "unknown op or model '%s'%s (ops: %s; presets: %s; or give the path of a JSON file)"
            .formatted(
                name,
                Suggestion.hint(name, known),
                String.join(", ", ops.stream().filter(op -> !op.contains(".")).toList()),
                String.join(", ", Presets.NAMES)));
  }
}
