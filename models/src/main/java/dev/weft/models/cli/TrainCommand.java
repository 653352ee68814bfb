package dev.weft.models.cli;

import dev.weft.models.compress.Compression;
import dev.weft.models.tensorboard.EventFile;
import dev.weft.models.tensorboard.EventListener;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.train.FinalTest;
import dev.weft.runtime.train.HardwareLog;
import dev.weft.runtime.train.ImportedRun;
import dev.weft.runtime.train.JsonText;
import dev.weft.runtime.train.Milestones;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.RunSummary;
import dev.weft.runtime.train.Start;
import dev.weft.runtime.train.StopReason;
import dev.weft.runtime.train.Stopwatch;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.TrainListener;
import dev.weft.runtime.train.Trainer;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a model. */
@Command(
    name = "train",
    description = "Trains a model, and tests it at the end.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft train                                   cnn-simple as in the paper",
      "  weft train --limit 2000 --epochs 1           a quick try",
      "  weft train cnn-dropout-1 --seed 7 --out runs/d1-7",
      "  weft train --resume runs/d1-7 --epochs 20    go on with that run",
      "  weft train my-model.json --optimizer adam --lr 0.002 --early-stopping=5",
      "  weft train lenet5 --dry-run                  show what would be done",
      "",
      "Ctrl-C saves the run and ends it; --resume goes on, bit for bit.",
      "Exit codes: 0, 1 for a failure, 2 for bad usage, 130 after Ctrl-C."
    })
final class TrainCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "A preset ('weft models' lists them) or a JSON file (default cnn-simple).")
  private Optional<String> model = Optional.empty();

  @Mixin private InputOptions input;
  @Mixin private TrainOptions options;

  @Option(names = "--dry-run", description = "Show what would be done; train and write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the results as JSON, and all else on stderr.")
  private boolean json;

  TrainCommand(Context context) {
    this.context = context;
    this.input = new InputOptions();
    this.options = new TrainOptions();
  }

  /**
   * What is to be done.
   *
   * @param folder as the user is told
   * @param before where a resumed run has stopped
   */
  private record Plan(
      TrainConfig config,
      Start start,
      Backends.Choice device,
      Path folder,
      Optional<Checkpoint> before) {}

  /**
   * A run that is ready to start, and what watches it.
   *
   * @param test images to test with
   */
  private record Run(
      Trainer trainer,
      TrainingConsole console,
      Milestones milestones,
      Stopwatch times,
      Optional<EventListener> events,
      Dataset test)
      implements AutoCloseable {
    @Override
    public void close() {
      console.close();
      events.ifPresent(EventListener::close);
      trainer.close();
    }
  }

  @Override
  public Integer call() {
    options.requireValid(spec.commandLine());
    Optional<Path> resumed = options.resume();
    if (resumed.isPresent()) {
      TrainOptions.requireResumable(model, spec.commandLine());
    }
    return resumed.map(this::resume).orElseGet(this::fresh);
  }

  private int carryOut(Plan plan) {
    Dataset images;
    FinalTest tested;
    try (Run run = open(plan)) {
      if (dryRun) {
        dryRun(plan, run);
        return 0;
      }
      images = run.test();
      tested = train(plan, run);
    }
    if (tested.predictions().isEmpty()) {
      return StopSignal.EXIT_CODE;
    }
    if (options.report() || options.tensorboard()) {
      // Only now, as plots need the memory that the training images took.
      FinalReport.write(
          plan.folder(),
          plan.device(),
          images,
          tested,
          options.report(),
          options.tensorboard(),
          context,
          context.notes(json));
    }
    return 0;
  }

  private int fresh() {
    ModelSpec spec = ModelArgument.resolve(model.orElse("cnn-simple"), this.spec, context);
    TrainConfig config = options.config(spec, this.spec.commandLine());
    Start start =
        options
            .init()
            .<Start>map(file -> new Start.Weights(context.folder().resolve(file)))
            .orElseGet(Start.Fresh::new);
    Backends.Choice device = input.device();
    if (dryRun) {
      Path folder = options.out().orElseGet(() -> context.newFolder(spec.name()));
      return carryOut(new Plan(config, start, device, folder, Optional.empty()));
    }
    try (RunPlace place = RunPlace.fresh(options.out(), spec.name(), context)) {
      return carryOut(new Plan(config, start, device, place.shown(), Optional.empty()));
    }
  }

  private int resume(Path folder) {
    if (dryRun) {
      return carryOut(resumed(folder));
    }
    // Before anything is read: whoever has the folder may be about to change it.
    try (RunPlace place = RunPlace.existing(folder, context)) {
      return carryOut(resumed(place.shown()));
    }
  }

  private Plan resumed(Path folder) {
    Path file = RunFolder.existing(context.folder().resolve(folder)).last();
    Checkpoint checkpoint = Checkpoint.read(file);
    ModelSpec spec = ModelSpec.parse(checkpoint.modelJson(), file.toString());
    TrainConfig config =
        options.resumed(
            TrainConfig.of(spec, checkpoint.config(), file.toString()),
            checkpoint.progress().epoch(),
            this.spec.commandLine());
    return new Plan(
        config,
        new Start.Resume(checkpoint),
        input.device(checkpoint),
        folder,
        Optional.of(checkpoint));
  }

  /** Puts the model on its device; tells the user what is going to be. */
  private Run open(Plan plan) {
    PrintStream notes = context.notes(json);
    TrainConfig config = plan.config();
    Datasets loaded =
        plan.before()
            .map(before -> input.images(before, context, notes))
            .orElseGet(() -> input.images(context, notes));
    RunImages images = RunImages.of(loaded, config);
    Dataset test = RunImages.limited(loaded.test(), config.limit());
    TrainingConsole console = TrainingConsole.of(config, images, plan.folder(), context, notes);
    RunFolder folder = new RunFolder(context.folder().resolve(plan.folder()));
    Optional<EventListener> events =
        options.tensorboard()
            ? Optional.of(
                new EventListener(
                    console,
                    folder.path().resolve(EventFile.FOLDER),
                    plan.before().map(before -> before.progress().step()).orElse(0L),
                    context.clock()))
            : Optional.empty();
    TrainListener shown = events.isPresent() ? events.get() : console;
    Milestones milestones =
        new Milestones(
            new HardwareLog(shown, folder), options.reach(), TrainCommand::secondsSinceStart);
    Stopwatch times = new Stopwatch(milestones, System::nanoTime);
    Trainer trainer = new Trainer(config, images, plan.device(), folder, plan.start(), times);
    milestones.test(trainer);
    notes.print(StartReport.lines(config, plan.device(), trainer));
    plan.before().ifPresent(before -> tellOfResuming(plan, before, trainer, notes));
    return new Run(trainer, console, milestones, times, events, test);
  }

  /**
   * Of the program, by a clock that is not set. Counted from the JVM's own first steps, some tens
   * of milliseconds into the process: when that began Linux tells only to the second.
   */
  static double secondsSinceStart() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
  }

  private static void tellOfResuming(
      Plan plan, Checkpoint before, Trainer trainer, PrintStream notes) {
    notes.printf(
        "resume: %s at epoch %d, step %d%n",
        plan.folder(), trainer.progress().epoch() + 1, trainer.progress().step());
    String backend = plan.device().backend().name();
    boolean imported = before.backend().equals(ImportedRun.NO_BACKEND);
    if (!imported && !backend.equals(before.backend())) {
      notes.printf(
          "note: the run was trained by the backend %s; with %s the last bits of its results may"
              + " differ%n",
          before.backend(), backend);
    }
    if (trainer.progress().epoch() >= plan.config().epochs()) {
      notes.printf(
          "note: all %d epochs are done, there is nothing left to train; for more give --epochs%n",
          plan.config().epochs());
    } else if (Files.exists(trainer.folder().path().resolve(Compression.FILE))) {
      notes.printf(
          "note: %s and %s in %s stay those of the weights as they were compressed, not of the ones"
              + " trained on from here; for those: weft compress %s --weights TYPE --out DIR, or"
              + " weft export %s --onnx FILE%n",
          Compression.ONNX, Compression.FILE, plan.folder(), plan.folder(), plan.folder());
    }
  }

  private void dryRun(Plan plan, Run run) {
    DryRunReport report = DryRunReport.of(plan.config(), plan.device(), run.trainer());
    context
        .out()
        .print(
            json ? JsonText.pretty(report) + System.lineSeparator() : report.text(plan.config()));
    context.notes(json).printf("dry run: nothing was trained, nothing written%n");
  }

  /** Trains, and tests unless somebody asked to stop. */
  private FinalTest train(Plan plan, Run run) {
    PrintStream notes = context.notes(json);
    RunFolder folder = new RunFolder(context.folder().resolve(plan.folder()));
    notes.println("run: " + plan.folder());
    try (StopSignal signal = new StopSignal(run.trainer()::requestStop)) {
      StopReason end = run.trainer().run();
      run.console().close();
      boolean stopped = end == StopReason.STOPPED;
      if (!stopped) {
        signal.release(); // all is saved, and nothing that follows would listen
      }
      FinalTest tested = stopped ? FinalTest.none() : FinalTest.of(run.trainer());
      RunSummary summary =
          RunSummary.of(
              run.trainer(),
              plan.device(),
              end,
              tested.results(),
              run.milestones().reached(),
              run.times());
      folder.writeSummary(summary);
      notes.println(EndReport.end(end, summary, plan.config()));
      if (json) {
        context.out().println(JsonText.pretty(summary));
      }
      if (stopped) {
        notes.println("everything is saved; to go on: weft train --resume " + plan.folder());
        return tested;
      }
      notes.print(EndReport.results(summary, run.trainer().images().source()));
      notes.print(EndReport.files(new RunFolder(plan.folder()), summary));
      return tested;
    }
  }
}
