package dev.weft.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.bench.result.Start;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartUpTest {
  private static StartUp of(double open, List<Double> slow, int usual, double nanos) {
    return new StartUp(
        open, Stream.concat(slow.stream(), Collections.nCopies(usual, nanos).stream()).toList());
  }

  @Test
  void readyIsWhenStepsTakeWhatTheyTakeLater() {
    StartUp start = of(500, List.of(2000.0, 400.0, 100.0), 97, 10);
    assertEquals(500, start.nanos(Start.OPEN));
    assertEquals(2000, start.nanos(Start.FIRST));
    assertEquals(10, start.nanos(Start.STEP));
    assertEquals(2500, start.nanos(Start.READY));
    assertEquals(2500 - 3 * 10, start.nanos(Start.LOST));
  }

  @Test
  void oneFastStepIsNotReady() {
    StartUp start = of(0, List.of(50.0, 50.0, 10.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0), 100, 10);
    assertEquals(8 * 50 + 10, start.nanos(Start.READY));
  }

  @Test
  void aTenthMoreIsReady() {
    assertEquals(0, of(0, Collections.nCopies(50, 10.9), 100, 10).nanos(Start.READY));
    assertEquals(50 * 11.2, of(0, Collections.nCopies(50, 11.2), 100, 10).nanos(Start.READY), 1e-9);
  }

  @Test
  void twoStepsWillDo() {
    StartUp start = new StartUp(1, List.of(30.0, 10.0));
    assertEquals(10, start.nanos(Start.STEP));
    assertEquals(30, start.nanos(Start.READY));
    assertEquals(20, start.nanos(Start.LOST));
  }
}
