package dev.weft.models.cli;

import dev.weft.models.explain.Explainer;
import dev.weft.models.serve.Explanations;
import dev.weft.models.serve.ServeOptions;
import dev.weft.models.serve.WeftServer;
import dev.weft.runtime.train.Predictor;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a trained model. */
@Command(
    name = "serve",
    description =
        "Serves a trained model by HTTP, with a page to drop or draw a garment on. Ctrl-C or"
            + " SIGTERM ends it: requests under way are answered first, and the exit code is 0.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  weft serve runs/my-run                  then open http://127.0.0.1:8080/",
      "  curl --data-binary @shirt.jpg -H 'Content-Type: image/jpeg' 127.0.0.1:8080/v1/classify",
      "",
      "/v1/classify, /healthz, /metrics (Prometheus); /openapi.json describes them."
    })
final class ServeCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "RUN",
      description = "A run folder, whose best weights are used, or a checkpoint.")
  private Path run = Path.of("");

  @Option(
      names = "--host",
      description =
          "Address to listen at (default ${DEFAULT-VALUE}: this machine alone; 0.0.0.0 for all).")
  private String host = "127.0.0.1";

  @Option(names = "--port", description = "Port, 0 for any free one (default ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Mixin private AskOptions trained = new AskOptions();

  @Option(
      names = "--batch-wait",
      paramLabel = "MS",
      description = "How long a batch waits for more images (default ${DEFAULT-VALUE}).")
  private int batchWait = 2;

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "Most requests at once; more are answered 429 (default ${DEFAULT-VALUE}).")
  private int queue = 64;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds that a request may take (default ${DEFAULT-VALUE}).")
  private int timeout = 30;

  ServeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    require("--port", port, 0, 65_535);
    require("--batch-wait", batchWait, 0, 1000);
    require("--queue", queue, 1, 10_000);
    require("--timeout", timeout, 1, 3600);
    double threshold = trained.threshold();
    AskOptions.Opened opened = trained.open(run, context);
    ServeOptions options =
        new ServeOptions(
            host,
            port,
            queue,
            opened.predictor().batch(),
            Duration.ofMillis(batchWait),
            Duration.ofSeconds(timeout),
            threshold);
    try (Predictor predictor = opened.predictor();
        Explanations explanations =
            new Explanations(
                Explainer.open(
                    predictor.spec(), opened.model().checkpoint().weights(), opened.device()))) {
      serve(WeftServer.start(predictor, explanations, options), predictor.spec().name());
    }
    return 0;
  }

  /** Until a signal comes, which is how a server ends: that is no failure. */
  private void serve(WeftServer server, String model) throws InterruptedException {
    InetSocketAddress at = server.address();
    context
        .out()
        .printf("serving %s at http://%s:%d/ (Ctrl-C ends)%n", model, host(at), at.getPort());
    context.out().flush();
    Thread end =
        Thread.ofPlatform()
            .unstarted(() -> {
              server.close();
              context.out().println("stopped");
              context.out().flush();
              Runtime.getRuntime().halt(0);
            });
    Runtime.getRuntime().addShutdownHook(end);
    new CountDownLatch(1).await();
  }

  private static String host(InetSocketAddress at) {
    String text = at.getAddress().getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }

  private void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          command.commandLine(), "%s %d; allowed: %d to %d".formatted(option, value, least, most));
    }
  }
}
