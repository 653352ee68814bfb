package dev.weft.bench.subject;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Program;
import dev.weft.kernels.Program.Segment;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.graph.ModelProgram;
import java.util.function.Function;

/** A subject's program on a device, fed and ready to be timed. Not for several threads at once. */
public final class Workbench implements AutoCloseable {
  private final Subject subject;
  private final int batch;
  private final Workload workload;
  private final Session session;

  /**
   * Puts the program on a device and runs all of it once.
   *
   * @param batch rows of a step
   * @param open opens a session of the device
   */
  public Workbench(Subject subject, int batch, Function<Program, Session> open) {
    this.subject = subject;
    this.batch = batch;
    workload = Workload.of(subject, batch);
    session = open.apply(workload.program());
    try {
      workload.feed().constants(session);
      restart();
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  public Session session() {
    return session;
  }

  public Workload workload() {
    return workload;
  }

  /** The subject that it was made for; others of the same program can be run on it too. */
  public Subject subject() {
    return subject;
  }

  /** Rows of a step. */
  public int batch() {
    return batch;
  }

  /** The calls that {@code subject}, of this program, stands for. */
  public Segment range(Subject subject) {
    return switch (subject.kind()) {
      case STEP -> workload.program().segment(ModelProgram.TRAIN);
      case EVAL, PREDICT -> workload.program().segment(ModelProgram.EVAL);
      case CALL, EXTRA -> new Segment(subject.number(), subject.number() + 1);
      case CASE, FMA, COPY, LAUNCH -> workload.whole();
    };
  }

  /** What does all that {@code subject}, of this program, stands for, and waits for its end. */
  public Runnable runner(Subject subject) {
    Segment range = range(subject);
    if (subject.kind() == Subject.Kind.PREDICT) {
      return predictor(range);
    }
    return () -> {
      session.run(range);
      session.finish();
    };
  }

  /** As whoever asks a model does: new pixels to the device, probabilities from it. */
  private Runnable predictor(Segment range) {
    Program program = workload.program();
    Buffer images = program.buffer(ModelProgram.IMAGES);
    Buffer counters = program.buffer(ModelProgram.EVAL_STATE);
    Buffer answers = program.buffer(ModelProgram.PROBABILITIES);
    int[] pixels = session.ints(images);
    int[] state = Workload.state(batch);
    float[] probabilities = new float[answers.length()];
    return () -> {
      session.write(images, pixels);
      session.write(counters, state);
      session.run(range);
      session.read(answers, probabilities);
    };
  }

  /** Gives every tensor a value that it has at work, and sets the counters to the start. */
  public void restart() {
    workload.feed().restart(session);
    session.run(workload.whole());
    if (subject.isOfModel()) {
      workload.feed().restart(session);
    }
    if (subject.isOfModel() && subject.kind() != Subject.Kind.PREDICT) {
      // With one and the same gradient that is mostly 0, accumulators would decay to denormal
      // numbers, which are slow: no training does a thousand steps on one batch.
      Buffer grads = workload.program().buffer(ModelProgram.GRADS);
      float[] values = new float[grads.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (i % 2 == 0 ? 1e-3f : -1e-3f) * (1 + i % 7);
      }
      session.write(grads, values);
    }
    session.finish();
  }

  @Override
  public void close() {
    session.close();
  }
}
