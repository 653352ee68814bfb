package dev.weft.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Results made by hand. */
public final class Rows {
  public static final Machine MACHINE =
      new Machine("a cpu", 2, "an os", "a jvm", List.of("-Xmx1g"));

  /** 100 GFLOP/s; 200 GB/s within 64 KiB, 20 GB/s beyond; 1 us a call. */
  public static final Roof ROOF =
      new Roof(
          "cpu",
          "Vector API",
          0,
          100,
          List.of(new Roof.Copied(1 << 16, 200), new Roof.Copied(1 << 27, 20)),
          1000);

  private Rows() {}

  public static Row row(String op, double low, double median, double high) {
    return new Row(
        new Row.What("tiny", op.equals("step") ? "" : "conv1", op, "8x8x1", 32, "cpu", 0),
        new Spread(median, low, high, 100),
        OptionalDouble.empty(),
        op.equals("step")
            ? Optional.empty()
            : Optional.of(
                new Row.Transfer(1024, new Spread(500, 400, 600, 5), 10, new Spread(1, 1, 1, 5))),
        1_000_000,
        1 << 16,
        10_000,
        10_000,
        "compute",
        8);
  }

  public static BenchResult result(Row... rows) {
    return new BenchResult("2026-01-02T12:00:00Z", "quick", MACHINE, List.of(ROOF), List.of(rows));
  }
}
