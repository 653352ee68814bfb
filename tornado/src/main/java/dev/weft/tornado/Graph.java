package dev.weft.tornado;

import dev.weft.kernels.Grain;
import dev.weft.runtime.UserException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.ImmutableTaskGraph;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoInternalError;

/**
 * A task graph with the sizes of its launches, without which a loop whose bound comes out of an
 * array would run as a single work-item.
 *
 * @param tasks TornadoVM's form
 * @param grid work-items of each task
 * @param launches what the tasks are, for messages
 */
record Graph(ImmutableTaskGraph tasks, GridScheduler grid, List<String> launches) {
  /** What to tell the user when TornadoVM fails in this graph; it rarely says in which task. */
  UserException failure(Throwable cause) {
    return failure(String.join(" or ", launches), cause);
  }

  private static UserException failure(String launch, Throwable cause) {
    return new UserException(
        "TornadoVM cannot run %s: %s; use another --device, such as cpu"
            .formatted(launch, Reason.of(cause)),
        cause);
  }

  /** Puts a graph together. */
  static final class Builder {
    private final String name;
    private final TaskGraph graph;
    private final GridScheduler grid = new GridScheduler();
    private final List<String> launches = new ArrayList<>();

    Builder(String name) {
      this.name = name;
      graph = new TaskGraph(name);
    }

    /**
     * Arrays whose device memory belongs to this graph and is overwritten from the host whenever it
     * is executed. The graphs executed later find it there.
     */
    Builder holds(List<Object> arrays) {
      graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, arrays.toArray());
      graph.persistOnDevice(arrays.toArray());
      return this;
    }

    /** Arrays whose device memory is that of the graph executed before. */
    Builder shares(List<Object> arrays) {
      graph.consumeFromDevice(arrays.toArray());
      return this;
    }

    /**
     * An array that is copied from the host whenever this graph, which alone uses it, is executed.
     */
    Builder streams(Object array) {
      graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, array);
      return this;
    }

    /** An array that only this graph uses; returned for use in launches. */
    Object owns(Object array) {
      graph.transferToDevice(DataTransferMode.FIRST_EXECUTION, array);
      return array;
    }

    /**
     * Adds a launch, of which every array has been named above.
     *
     * @param op whose launch it is, for messages
     * @param grain of the device, which says how its work-items are grouped
     * @throws UserException if TornadoVM cannot make anything of the kernel
     */
    void launch(String op, Method kernel, int items, Grain grain, Object[] arrays) {
      String id = "t" + launches.size();
      String launch = op + " (kernel " + kernel.getName() + ")";
      try {
        graph.addTask(new KernelTask(id, kernel, arrays));
      } catch (RuntimeException | TornadoInternalError e) {
        throw failure(launch, e);
      }
      WorkerGrid1D worker = new WorkerGrid1D(Math.toIntExact(grain.wholeGroups(items)));
      int group = grain.group(items);
      if (group > 0) {
        worker.setLocalWork(group, 1, 1);
      }
      grid.addWorkerGrid(name + "." + id, worker);
      launches.add(launch);
    }

    Graph build() {
      return new Graph(graph.snapshot(), grid, launches);
    }
  }
}
