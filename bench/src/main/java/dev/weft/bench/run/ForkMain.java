package dev.weft.bench.run;

import dev.weft.runtime.UserException;
import dev.weft.runtime.train.JsonText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A JVM that {@link Fork} starts: reads an {@link Order} from standard input, and writes a {@link
 * Reply} a line to standard output, behind a mark: drivers write there too.
 */
public final class ForkMain {
  static final String MARK = "@weft-bench ";

  private ForkMain() {}

  /** Does what it is told to, and ends early where nobody listens any more. */
  public static void main(String[] args) throws IOException {
    String order = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      run(Replies.order(order), out);
    } catch (UserException e) {
      tell(Reply.failed(String.valueOf(e.getMessage())), out);
    }
    out.flush();
    // Drivers keep threads that are no daemons.
    System.exit(0);
  }

  private static void run(Order order, PrintStream out) {
    try (InProcessBench bench = new InProcessBench(order.effort())) {
      order.roof().forEach(device -> tell(Reply.of(bench.roof(device)), out));
      for (Task task : order.tasks()) {
        tell(Reply.of(bench.measure(task, order.first(), order.effort().mostMillis())), out);
      }
    }
    for (Task task : order.start()) {
      tell(Reply.of(StartUp.measure(task, order.effort())), out);
    }
  }

  private static void tell(Reply reply, PrintStream out) {
    out.println(MARK + JsonText.line(reply));
    if (out.checkError()) {
      System.exit(1);
    }
  }
}
