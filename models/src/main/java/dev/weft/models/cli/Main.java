package dev.weft.models.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line {@code weft}. */
@Command(
    name = "weft",
    description = "Trains and runs small convolutional networks.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft train                       train cnn-simple as the paper does",
      "  weft evaluate runs/my-run        test what it learnt",
      "  weft train --help                all options of a command",
      "  weft bench --quick               how fast it is here"
    })
public final class Main implements Runnable {
  private final Context context;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program a failure came from.")
  private boolean stacktrace;

  Main(Context context) {
    this.context = context;
  }

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true"); // plots are drawn without a screen
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // other programs read these numbers
    StandardOutput output = StandardOutput.ofProcess();
    Context context = Context.ofProcess(output.printer());
    int code = run(context, args);
    context.out().flush();
    System.exit(output.end(code, context.err()));
  }

  /** Runs one command and returns its exit code: 0, 1 for a failure, 2 for bad usage. */
  public static int run(Context context, String... args) {
    Main main = new Main(context);
    Failures failures = new Failures(context.err(), () -> main.stacktrace || context.debug());
    CommandLine line =
        new CommandLine(main)
            .addSubcommand(new TrainCommand(context))
            .addSubcommand(new EvaluateCommand(context))
            .addSubcommand(new ReportCommand(context))
            .addSubcommand(new CompareCommand(context))
            .addSubcommand(new ExplainCommand(context))
            .addSubcommand(new RobustnessCommand(context))
            .addSubcommand(new CompressCommand(context))
            .addSubcommand(new ExportCommand(context))
            .addSubcommand(new ImportCommand(context))
            .addSubcommand(new PredictCommand(context))
            .addSubcommand(new ServeCommand(context))
            .addSubcommand(new ModelsCommand(context))
            .addSubcommand(new DevicesCommand(context))
            .addSubcommand(new DoctorCommand(context))
            .addSubcommand(new VerifyCommand(context));
    for (Extension extension : ServiceLoader.load(Extension.class)) {
      line.addSubcommand(extension.command(context));
    }
    if (!line.getSubcommands().containsKey("bench")) {
      line.addSubcommand(new MissingBench());
    }
    line.registerConverter(Path.class, new FileNames());
    line.setOut(new PrintWriter(context.out(), true, context.out().charset()))
        .setErr(new PrintWriter(context.err(), true, context.err().charset()))
        .setParameterExceptionHandler((e, given) -> failures.badUsage(e))
        .setExecutionExceptionHandler((e, command, parsed) -> failures.failure(e));
    try {
      return line.execute(args);
    } catch (Error e) {
      return failures.failure(e); // picocli handles exceptions only
    }
  }

  @Override
  public void run() {
    context
        .out()
        .println(
            """
            Weft trains and runs small convolutional networks.

              weft train       train a model on Fashion-MNIST, which is downloaded if need be
              weft evaluate    test what a run has learnt

            'weft --help' shows the other commands, 'weft train --help' the options of one.\
            """);
  }

  /** The version is in the manifest of the jar. */
  public static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"weft " + (version == null ? "(not packaged)" : version)};
    }
  }
}
