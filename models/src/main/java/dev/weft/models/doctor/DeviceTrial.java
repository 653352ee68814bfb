package dev.weft.models.doctor;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.StepState;
import dev.weft.kernels.dense.Dense;
import dev.weft.kernels.input.Advance;
import dev.weft.runtime.backend.Backends.Choice;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.backend.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Tries a device: a sum, a program of many launches, and a kernel that must fail.
 *
 * @param choice the device
 */
record DeviceTrial(Choice choice) {
  private static final int TERMS = 4096;

  /** More than TornadoVM runs unless it is told otherwise. */
  private static final int LAUNCHES = 60;

  /** All of Fashion-MNIST as one buffer. */
  private static final long LEAST_ALLOCATION = 70_000L * 28 * 28;

  private static final String MEND =
      "update the driver, or use another --device; 'weft verify' tells which ops are wrong";

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(limits());
    findings.add(attempt("a sum", this::sum));
    findings.add(attempt(LAUNCHES + " launches", this::launches));
    findings.add(failure());
    return findings;
  }

  private String area() {
    return choice.device().id();
  }

  private Finding limits() {
    Hardware hardware = choice.device().hardware();
    String found =
        "%s, %s%s%s%s"
            .formatted(
                choice.device().name(),
                hardware.driver(),
                mebibytes(", memory", hardware.memoryBytes()),
                mebibytes(", largest buffer", hardware.maxAllocationBytes()),
                hardware.maxWorkGroup().isPresent()
                    ? ", work-group " + hardware.maxWorkGroup().getAsLong()
                    : "");
    return hardware.maxAllocationBytes().orElse(Long.MAX_VALUE) < LEAST_ALLOCATION
        ? Finding.warn(
            area(), "limits", found, "too small for all images of Fashion-MNIST: use --limit")
        : Finding.ok(area(), "limits", found);
  }

  private static String mebibytes(String what, OptionalLong bytes) {
    return bytes.isPresent() ? "%s %d MiB".formatted(what, bytes.getAsLong() >> 20) : "";
  }

  private Finding attempt(String what, Supplier<String> trial) {
    try {
      long start = System.nanoTime();
      String found = trial.get();
      long millis = (System.nanoTime() - start) / 1_000_000;
      return Finding.ok(area(), what, "%s, %d ms".formatted(found, millis));
    } catch (RuntimeException | LinkageError e) {
      return Finding.fail(area(), what, firstLine(e), MEND);
    }
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElseGet(e::toString);
  }

  /** {@code y = sum x_i}, small integers that add up exactly. */
  private String sum() {
    Buffer x = new Buffer("x", DType.F32, TERMS);
    Buffer w = new Buffer("w", DType.F32, TERMS);
    Buffer b = new Buffer("b", DType.F32, 1);
    Buffer y = new Buffer("y", DType.F32, 1);
    Program program =
        new Program.Builder()
            .call(
                new Dense.Forward(new Dense(1, TERMS, 1), false),
                x.tensor(Shape.of(1, TERMS)),
                w.tensor(Shape.of(TERMS, 1)),
                b.tensor(),
                y.tensor(Shape.of(1, 1)))
            .segment("sum")
            .build();
    float[] values = new float[TERMS];
    float[] ones = new float[TERMS];
    Arrays.fill(ones, 1);
    int expected = 0;
    for (int i = 0; i < TERMS; i++) {
      values[i] = i % 7;
      expected += i % 7;
    }
    try (Session session = choice.open(program)) {
      session.write(x, values);
      session.write(w, ones);
      session.run(program.segment("sum"));
      float sum = session.floats(y)[0];
      if (sum != expected) {
        throw new IllegalStateException(
            "%d numbers add up to %s, not to %d".formatted(TERMS, sum, expected));
      }
    }
    return "%d numbers add up to %d".formatted(TERMS, expected);
  }

  /** Each launch counts on from what the one before has left. */
  private String launches() {
    Buffer loss = new Buffer("loss", DType.F32, 1);
    Buffer hit = new Buffer("hit", DType.F32, 1);
    Buffer state = new Buffer("state", DType.I32, StepState.SIZE);
    Buffer totals = new Buffer("totals", DType.F32, 4);
    Program.Builder calls = new Program.Builder();
    for (int i = 0; i < LAUNCHES; i++) {
      calls.call(
          new Advance(1, true), loss.tensor(), hit.tensor(), state.tensor(), totals.tensor());
    }
    Program program = calls.segment("count").build();
    try (Session session = choice.open(program)) {
      session.run(program.segment("count"));
      int counted = session.ints(state)[StepState.STEP];
      if (counted != LAUNCHES) {
        throw new IllegalStateException(
            "only %d of %d launches were run".formatted(counted, LAUNCHES));
      }
    }
    return "all run, in order";
  }

  private Finding failure() {
    String what = "a broken kernel";
    try {
      Optional<String> said = choice.backend().provokeFailure(choice.device());
      return Finding.ok(
          area(),
          what,
          said.map(line -> "gives an error, as it must: " + line)
              .orElse("cannot occur: this device gets no compiled kernels"));
    } catch (RuntimeException | LinkageError e) {
      return Finding.fail(area(), what, firstLine(e), MEND);
    }
  }
}
