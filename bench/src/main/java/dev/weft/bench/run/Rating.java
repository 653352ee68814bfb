package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import dev.weft.bench.result.Spread;
import dev.weft.bench.subject.Item;
import dev.weft.kernels.Call;
import dev.weft.kernels.Cost;
import java.util.List;

/** Puts what was measured beside what the device can do at most. */
final class Rating {
  private Rating() {}

  /**
   * A row of a result.
   *
   * @param rounds what each JVM has found, the first of which has looked at more than the time
   */
  static Row row(Measurer.Job job, List<Measured> rounds, Roof roof) {
    Item item = job.item();
    Measured first = rounds.getFirst();
    Spread time = Samples.together(rounds.stream().map(Measured::samples).toList()).spread();
    return new Row(
        new Row.What(
            item.model(),
            item.layer(),
            item.op(),
            item.shape(),
            job.batch(),
            job.on().id(),
            job.on().threads()),
        time,
        first.kernelNanos(),
        first.transfer(),
        item.operations(),
        item.bytes(),
        roofNanos(item, roof),
        roof.computeNanos(item.operations()),
        bound(item, roof, time),
        first.checkedBatch());
  }

  /** The least time of each call, added up. */
  private static double roofNanos(Item item, Roof roof) {
    return item.calls().stream()
        .map(Call::op)
        .mapToDouble(op -> roof.nanos(op.cost().operations(), op.cost().bytes()))
        .sum();
  }

  /** A step is bound by what bounds most of its least time. */
  private static String bound(Item item, Roof roof, Spread time) {
    if (item.calls().size() == 1) {
      return roof.bound(item.operations(), item.bytes(), time.median());
    }
    double compute = 0;
    double memory = 0;
    for (Call call : item.calls()) {
      Cost cost = call.op().cost();
      double nanos = roof.nanos(cost.operations(), cost.bytes());
      if (roof.bound(cost.operations(), cost.bytes(), Double.MAX_VALUE).equals("compute")) {
        compute += nanos;
      } else {
        memory += nanos;
      }
    }
    return compute >= memory ? "compute" : "memory";
  }
}
