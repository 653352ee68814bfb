package dev.weft.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DType;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.relu.Relu;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What {@link Session} promises of misuse, for every backend. */
final class SessionContractTest {
  private static final Buffer X = new Buffer("x", DType.F32, 10);
  private static final Buffer Y = new Buffer("y", DType.F32, 10);
  private static final Program PROGRAM =
      new Program.Builder()
          .call(new Relu.Forward(new Relu(Shape.of(10))), X.tensor(), Y.tensor())
          .build();

  @TestFactory
  Stream<DynamicTest> buffersAreFilledAsAWholeOrNotAtAll() {
    return onAll(session -> {
      for (int length : new int[] {9, 11}) {
        refused(() -> session.write(X, new float[length]));
        refused(() -> session.read(X, new float[length]));
      }
      refused(() -> session.write(X, new int[10]));
      refused(() -> session.read(X, new int[10]));
    });
  }

  @TestFactory
  Stream<DynamicTest> buffersOfOtherProgramsAreRefused() {
    Buffer other = new Buffer("other", DType.F32, 10);
    return onAll(session -> {
      refused(() -> session.write(other, new float[10]));
      refused(() -> session.floats(other));
    });
  }

  @TestFactory
  Stream<DynamicTest> callsThatTheProgramLacksAreRefused() {
    return onAll(session -> {
      assertThrows(IndexOutOfBoundsException.class, () -> session.run(0, 2));
      assertThrows(IndexOutOfBoundsException.class, () -> session.run(-1, 1));
    });
  }

  @TestFactory
  Stream<DynamicTest> closedSessionsRefuseUseButNotAnotherClose() {
    return onAll(session -> {
      session.run(0, 1);
      session.close();
      session.close();
      assertThrows(IllegalStateException.class, () -> session.run(0, 1));
      assertThrows(IllegalStateException.class, () -> session.floats(Y));
      assertThrows(IllegalStateException.class, () -> session.write(X, new float[10]));
      assertThrows(IllegalStateException.class, session::finish);
    });
  }

  private static void refused(Executable use) {
    assertThrows(IllegalArgumentException.class, use);
  }

  private static Stream<DynamicTest> onAll(Consumer<Session> test) {
    return Backends.load().all().stream()
        .map(backend ->
            DynamicTest.dynamicTest(
                backend.name(),
                () -> {
                  try (Session session = backend.open(TestDevice.of(backend), PROGRAM)) {
                    test.accept(session);
                  }
                }));
  }
}
