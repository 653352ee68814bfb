package dev.weft.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed from one result to another.
 *
 * @param changes of what both have, in the order of the new one
 * @param onlyOld measured only then
 * @param onlyNew measured only now
 */
public record Comparison(List<Change> changes, List<Row.What> onlyOld, List<Row.What> onlyNew) {

  /** How a time changed. */
  public enum Verdict {
    FASTER("faster"),
    SLOWER("slower"),
    /** The quartiles of both have something in common. */
    NO_CHANGE("no change");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * A time then and now.
   *
   * @param what was measured
   * @param before in nanoseconds
   * @param after in nanoseconds
   */
  public record Change(Row.What what, Spread before, Spread after) {

    /** The new median over the old one, less 1: -0.5 is half the time. */
    public double relative() {
      return after.median() / before.median() - 1;
    }

    public Verdict verdict() {
      if (!before.apartFrom(after)) {
        return Verdict.NO_CHANGE;
      }
      return after.median() < before.median() ? Verdict.FASTER : Verdict.SLOWER;
    }
  }

  public Comparison {
    changes = List.copyOf(changes);
    onlyOld = List.copyOf(onlyOld);
    onlyNew = List.copyOf(onlyNew);
  }

  /** Pairs the rows of two results. */
  public static Comparison of(BenchResult before, BenchResult after) {
    Map<Row.What, Row> old = new LinkedHashMap<>();
    before.rows().forEach(row -> old.put(row.what(), row));
    List<Change> changes = new ArrayList<>();
    List<Row.What> onlyNew = new ArrayList<>();
    for (Row row : after.rows()) {
      Row then = old.remove(row.what());
      if (then == null) {
        onlyNew.add(row.what());
      } else {
        changes.add(new Change(row.what(), then.nanos(), row.nanos()));
      }
    }
    return new Comparison(changes, List.copyOf(old.keySet()), onlyNew);
  }

  /** How many rows have this verdict. */
  public long count(Verdict verdict) {
    return changes.stream().filter(change -> change.verdict() == verdict).count();
  }
}
