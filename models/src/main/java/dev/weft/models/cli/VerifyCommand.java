package dev.weft.models.cli;

import dev.weft.kernels.Call;
import dev.weft.kernels.Op;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import dev.weft.models.Presets;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.RunSummary.DeviceUsed;
import dev.weft.runtime.verify.MismatchFolder;
import dev.weft.runtime.verify.ModelStep;
import dev.weft.runtime.verify.Surroundings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whether a device calculates right. */
@Command(
    name = "verify",
    description =
        "Compares a device with the double-precision reference: ops one by one, then whole training"
            + " and evaluation steps, every buffer after every call.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft verify                           the device that auto takes: all ops, all presets",
      "  weft verify --device opencl --quick   fewer cases, one preset",
      "  weft verify cnn-simple --batch 32     a model: its ops at its own shapes, its step",
      "  weft verify --op conv2d --all         every case of one op",
      "",
      "error/bound: the largest error over what the roundings of the op allow; above 1 is wrong.",
      "chained: the largest relative error at the end of a chain of calls, which has no bound.",
      "Exit code: 1 if anything disagrees; each disagreement is then kept in a folder."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int QUICK_BATCH = 4;

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "A preset or a JSON file (default: all ops and all presets).")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "What to verify; 'weft devices' lists it (default auto).")
  private String device = "auto";

  @Option(names = "--quick", description = "Fewer cases, and the step of one preset only.")
  private boolean quick;

  @Option(
      names = "--op",
      paramLabel = "NAME",
      description = "Only ops whose names begin so, as in conv2d or conv2d.forward; no steps.")
  private Optional<String> op = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Rows of the steps (default ${DEFAULT-VALUE}, 4 with --quick: the reference is slow).")
  private int batch;

  @Option(names = "--all", description = "A line for every case, not only for the worst.")
  private boolean all;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "mismatch",
      description =
          "Where disagreements are kept with inputs and both outputs (default ${DEFAULT-VALUE}).")
  private Path out = Path.of("mismatch");

  @Option(names = "--json", description = "Print JSON, and all else on stderr.")
  private boolean json;

  VerifyCommand(Context context) {
    this.context = context;
  }

  /**
   * A step; {@code atOnce} tells what differs where segments run as a whole, "" for nothing, and is
   * not there if they could not be run.
   */
  private record Step(
      String model,
      int batch,
      boolean agrees,
      Optional<String> atOnce,
      List<VerifyTally.Line> lines) {}

  private record Report(
      DeviceUsed device,
      boolean agrees,
      int compared,
      int disagreements,
      List<VerifyTally.Line> ops,
      List<Step> steps,
      List<String> kept,
      double seconds) {}

  @Override
  public Integer call() {
    long start = System.nanoTime();
    int rows = rows();
    List<ModelSpec> models = models();
    List<OpCase> cases = cases(models, rows);
    Backends.Choice choice = Backends.load().choose(device);
    PrintStream notes = context.notes(json);
    notes.printf(
        "device: %s, %s (%s)%n", choice.device().id(), choice.device().name(), choice.reason());
    MismatchFolder bundles =
        new MismatchFolder(
            context.folder().resolve(out), Surroundings.of(choice.backend(), choice.device()));
    LiveLine line = new LiveLine(notes, context.terminal(), System::nanoTime);
    VerifyRun run = new VerifyRun(choice, bundles, line);

    VerifyTally ops = new VerifyTally(all);
    run.cases(cases, ops);
    notes.printf("%nops, each alone: %d cases%n%s", cases.size(), ops.text(false));
    int compared = ops.cases();
    int wrong = ops.wrong();
    List<Step> steps = new ArrayList<>();
    for (ModelSpec each : op.isPresent() ? List.<ModelSpec>of() : models) {
      VerifyTally tally = new VerifyTally(all);
      Optional<String> atOnce = run.step(each, rows, tally);
      notes.printf("%nsteps of %s, batch %d%n%s", each.name(), rows, tally.text(true));
      notes.println(whole(atOnce));
      compared += tally.cases() + (atOnce.isPresent() ? 1 : 0);
      int bad = tally.wrong() + (atOnce.orElse("").isEmpty() ? 0 : 1); // not run: is in the tally
      wrong += bad;
      steps.add(new Step(each.name(), rows, bad == 0, atOnce, tally.lines()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    end(run, choice, compared, wrong, seconds, notes);
    if (json) {
      context
          .out()
          .println(
              JsonText.pretty(
                  new Report(
                      DeviceUsed.of(choice),
                      wrong == 0,
                      compared,
                      wrong,
                      ops.lines(),
                      steps,
                      run.written().stream().map(Path::toString).toList(),
                      seconds)));
    }
    return wrong == 0 ? 0 : 1;
  }

  /** What became of calls run segment by segment: see {@link VerifyRun#step}. */
  static String whole(Optional<String> difference) {
    return "run as a whole: "
        + difference
            .map(text -> text.isEmpty() ? "the same bit for bit" : "DIFFERS, " + text)
            .orElse("it could not be run");
  }

  private void end(
      VerifyRun run,
      Backends.Choice choice,
      int compared,
      int wrong,
      double seconds,
      PrintStream notes) {
    notes.println();
    if (!run.written().isEmpty()) {
      notes.println(
          "kept, with inputs, both outputs, parameters, seed, device and flags"
              + (run.more() ? " (the first ones):" : ":"));
      run.written().forEach(folder -> notes.println("  " + folder));
    }
    notes.printf(
        Locale.ROOT,
        "%s %s: %d comparisons%s, %.1f s%n",
        choice.device().id(),
        wrong == 0 ? "agrees with the reference" : "DISAGREES with the reference",
        compared,
        wrong == 0 ? "" : ", %d wrong".formatted(wrong),
        seconds);
  }

  private int rows() {
    if (batch < 1) {
      throw new ParameterException(
          spec.commandLine(), "--batch %d; allowed: at least 1".formatted(batch));
    }
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--batch");
    return quick && !given ? QUICK_BATCH : batch;
  }

  private List<ModelSpec> models() {
    return model
        .map(name -> List.of(ModelArgument.resolve(name, spec, context)))
        .orElseGet(() -> quick ? Presets.all().subList(0, 1) : Presets.all());
  }

  private List<OpCase> cases(List<ModelSpec> models, int rows) {
    List<OpCase> cases = model.isPresent() ? casesOf(models.getFirst(), rows) : allCases();
    if (op.isPresent()) {
      TreeSet<String> names = new TreeSet<>();
      cases.forEach(each -> names.add(each.op().name()));
      cases.removeIf(each -> !each.op().name().startsWith(op.get()));
      if (cases.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "no op '%s'%s; there are %s"
                .formatted(op.get(), Suggestion.hint(op.get(), names), String.join(", ", names)));
      }
    }
    return quick ? fewer(cases) : cases;
  }

  private List<OpCase> allCases() {
    List<OpCase> cases = new ArrayList<>(OpCases.all());
    if (!quick) {
      cases.addAll(OpCases.notNumbers());
    }
    return cases;
  }

  /** The ops of a model's steps, each once, at the shapes that they have there. */
  private static List<OpCase> casesOf(ModelSpec model, int rows) {
    List<OpCase> cases = new ArrayList<>();
    ModelStep.of(model, rows, "adadelta", AugmentSpec.NONE, 1).program().calls().stream()
        .map(Call::op)
        .distinct()
        .forEach(each -> cases.addAll(OpCases.of(each)));
    return cases;
  }

  /** Of every op two exact and two bounded cases: one in the middle and the last. */
  private static List<OpCase> fewer(List<OpCase> cases) {
    Map<String, List<OpCase>> groups = new LinkedHashMap<>();
    for (OpCase each : cases) {
      Op of = each.op();
      groups.computeIfAbsent(of.name() + each.exact(), _ -> new ArrayList<>()).add(each);
    }
    List<OpCase> few = new ArrayList<>();
    for (List<OpCase> group : groups.values()) {
      int last = group.size() - 1;
      if (last > 0) {
        few.add(group.get(last / 2));
      }
      few.add(group.get(last));
    }
    return few;
  }
}
