package dev.weft.models.serve;

import com.sun.net.httpserver.HttpServer;
import dev.weft.runtime.UserException;
import dev.weft.runtime.train.Predictor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server: the JDK's own, with its limits set, a virtual thread a request. */
public final class WeftServer implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpServer http;
  private final Classifier classifier;
  private final Exchanges exchanges;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration timeout;

  /**
   * Starts to serve; model and explanations stay the caller's.
   *
   * @throws UserException if the address is not free or not of this machine
   */
  public static WeftServer start(
      Predictor predictor, Explanations explanations, ServeOptions options) {
    return new WeftServer(Served.of(predictor, explanations), options);
  }

  WeftServer(Served served, ServeOptions options) {
    limit(options.timeout());
    this.timeout = options.timeout();
    InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
    try {
      http = HttpServer.create(address, BACKLOG);
    } catch (IOException | RuntimeException e) {
      throw new UserException(
          "cannot listen at %s:%d (%s); choose others with --host and --port"
              .formatted(options.host(), options.port(), e.getMessage()),
          e);
    }
    classifier = new Classifier(served, options);
    exchanges = new Exchanges(classifier, served, options);
    http.createContext("/", exchanges::handle);
    http.setExecutor(threads);
    http.start();
  }

  /** The server reads these once, when its classes load: set before the first use of it. */
  private static void limit(Duration timeout) {
    long seconds = timeout.toSeconds();
    // Heads of requests that do not come, and answers that are not fetched: the connection closes.
    set("sun.net.httpserver.maxReqTime", seconds + 5);
    set("sun.net.httpserver.maxRspTime", 2 * seconds + 30);
    set("sun.net.httpserver.idleInterval", 30);
    set("sun.net.httpserver.maxIdleConnections", 1024);
    set("jdk.httpserver.maxConnections", 4096);
    set("sun.net.httpserver.maxReqHeaders", 100);
    set("sun.net.httpserver.maxReqHeaderSize", 32 * 1024);
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static void set(String property, long value) {
    System.setProperty(property, String.valueOf(value));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return http.getAddress();
  }

  /** Takes no more connections, answers what is under way, and ends. */
  @Override
  public void close() {
    exchanges.stop();
    Duration patience = timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE;
    // This closes the door at once, and then waits for all requests, among them by mistake those
    // whose clients went away: an interrupt ends that once no request is under way.
    Thread end = Thread.ofPlatform().start(() -> http.stop((int) patience.toSeconds()));
    try {
      exchanges.awaitIdle(patience);
      end.interrupt();
      end.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
    classifier.close();
  }
}
