package dev.weft.bench.cli;

import dev.weft.bench.cli.OutputOptions.Titled;
import dev.weft.bench.report.StartTable;
import dev.weft.bench.result.BenchResult;
import dev.weft.bench.run.Effort;
import dev.weft.bench.run.Measurer.Job;
import dev.weft.bench.run.Starter;
import dev.weft.bench.subject.Catalogue;
import dev.weft.bench.subject.Opener;
import dev.weft.models.Presets;
import dev.weft.models.cli.Context;
import dev.weft.models.cli.ModelArgument;
import dev.weft.runtime.graph.ModelSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how trainings start. */
@Command(
    name = "start",
    description = {
      "Measures how long a training takes to start, and to become as fast as it gets:",
      "compilers and caches need their time. Each start has a JVM of its own."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft bench start --quick                 all presets, once each",
      "  weft bench start cnn-simple --device opencl --forks 5"
    })
final class StartCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "MODEL",
      description = "Presets, or models in JSON (default: all presets).")
  private List<String> models = List.of();

  @Mixin private MeasureOptions measure;

  @Option(
      names = "--batch",
      paramLabel = "N",
      split = ",",
      description = "Rows, one or several numbers (default 128).")
  private List<Integer> batches = List.of(128);

  @Mixin private OutputOptions output;

  StartCommand(Context context) {
    this.context = context;
    this.measure = new MeasureOptions();
    this.output = new OutputOptions();
  }

  @Override
  public Integer call() {
    measure.requireValid(spec.commandLine());
    MeasureOptions.requireBatches(batches, spec.commandLine());
    List<Job> jobs = jobs();
    var old = output.prepare(context);
    Effort effort = measure.effort();
    Duration each = Duration.ofMillis(effort.startMillis() + 1500);
    context
        .err()
        .printf(
            "%d trainings, started %d times each, about %s%n",
            jobs.size(),
            effort.starts(),
            ProgressLine.words(each.multipliedBy((long) effort.starts() * jobs.size())));
    BenchResult result;
    try (ProgressLine line = new ProgressLine(context)) {
      result = new Starter(effort, line).measure(jobs, context.clock());
    }
    output.show(
        result, List.of(new Titled("", StartTable.of(result), StartTable.LEGEND)), old, context);
    return 0;
  }

  private List<Job> jobs() {
    List<ModelSpec> specs =
        models.isEmpty()
            ? Presets.all()
            : models.stream().map(name -> ModelArgument.resolve(name, spec, context)).toList();
    List<Job> jobs = new ArrayList<>();
    for (Opener opener : measure.openers(spec.commandLine())) {
      for (int batch : batches) {
        for (ModelSpec model : specs) {
          jobs.add(new Job(Catalogue.steps(model, batch).getFirst(), batch, opener));
        }
      }
    }
    return jobs;
  }
}
