package dev.weft.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.graph.AugmentSpec;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ModelSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** That a comparison of a program fails where it must. */
final class ProgramVerifierTest {
  private static final ModelSpec MODEL =
      ModelSpec.parse(
          """
          {"name": "small", "description": "", "input": [6, 6, 1], "layers": [
            {"type": "conv2d", "filters": 3, "kernel": 3, "padding": "same", "activation": "relu"},
            {"type": "conv2d", "filters": 4, "kernel": 2, "padding": "same", "activation": "relu"},
            {"type": "pool", "kind": "max", "size": 2},
            {"type": "dropout", "rate": 0.25},
            {"type": "flatten"},
            {"type": "dense", "units": 3, "activation": "softmax"}]}
          """,
          "test");

  @TestFactory
  Stream<DynamicTest> aBackendThatLeavesOutACallDisagrees() {
    Backend jvm = Backends.load().named("jvm").orElseThrow();
    ModelStep step = ModelStep.of(MODEL, 5, "adadelta", AugmentSpec.NONE, 3);
    return IntStream.range(0, step.program().calls().size())
        .mapToObj(call ->
            DynamicTest.dynamicTest(
                call + " " + step.program().calls().get(call).op().name(),
                () -> {
                  ProgramVerifier.Report report =
                      ProgramVerifier.report(
                          step.program(),
                          step::fill,
                          step.seed(),
                          program -> new Lazy(jvm.open(jvm.devices().getFirst(), program), call),
                          VerifyListener.NONE);
                  assertTrue(
                      report.rows().stream().anyMatch(row -> !row.isolated().agrees()),
                      "nothing was noticed");
                }));
  }

  /** Of integers too: a counter that stands elsewhere after the last segment. */
  @Test
  void aBackendThatCountsOtherwiseAtOnceDisagrees() {
    Backend jvm = Backends.load().named("jvm").orElseThrow();
    ModelStep step = ModelStep.of(MODEL, 5, "adadelta", AugmentSpec.NONE, 3);
    ProgramVerifier.Report report =
        ProgramVerifier.report(
            step.program(),
            step::fill,
            step.seed(),
            program -> new Lazy(jvm.open(jvm.devices().getFirst(), program), -1),
            VerifyListener.NONE);
    assertTrue(report.rows().stream().allMatch(row -> row.isolated().agrees()));
    assertTrue(report.atOnce().startsWith("evalState[0] = 99, call by call "), report.atOnce());
  }

  /** Leaves out one call; where that is -1, spoils a counter after the last segment instead. */
  private record Lazy(Session session, int skipped) implements Session {
    @Override
    public Program program() {
      return session.program();
    }

    @Override
    public void write(Buffer buffer, float[] data) {
      session.write(buffer, data);
    }

    @Override
    public void write(Buffer buffer, int[] data) {
      session.write(buffer, data);
    }

    @Override
    public void read(Buffer buffer, float[] data) {
      session.read(buffer, data);
    }

    @Override
    public void read(Buffer buffer, int[] data) {
      session.read(buffer, data);
    }

    @Override
    public void run(int from, int to) {
      for (int call = from; call < to; call++) {
        if (call != skipped) {
          session.run(call, call + 1);
        }
      }
      if (skipped == -1 && to - from > 1 && to == program().calls().size()) {
        Buffer state = program().buffer(ModelProgram.EVAL_STATE);
        int[] values = session.ints(state);
        values[0] = 99;
        session.write(state, values);
      }
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
