package dev.weft.runtime.backend.opencl;

import static dev.weft.kernels.opencl.ShippedKernel.ARRAY_HEADER;
import static org.jocl.CL.CL_MEM_READ_WRITE;
import static org.jocl.CL.CL_QUEUE_PROFILING_ENABLE;

import dev.weft.runtime.UserException;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/** Arrays on a device, each behind the header that kernels expect, and the queue to copy them. */
final class DeviceMemory {
  private final ClDevice device;
  private final Handles handles;
  private final cl_context context;
  private final cl_command_queue queue;

  /**
   * Opens a queue.
   *
   * @param handles take what is made
   * @param profiling whether the queue measures what runs in it
   */
  @SuppressWarnings(
      "deprecation") // Its successor came with OpenCL 2.0, which not all drivers have.
  DeviceMemory(ClDevice device, cl_context context, Handles handles, boolean profiling) {
    this.device = device;
    this.context = context;
    this.handles = handles;
    queue =
        handles.own(
            CL.clCreateCommandQueue(
                context, device.handle(), profiling ? CL_QUEUE_PROFILING_ENABLE : 0, null),
            CL::clReleaseCommandQueue);
  }

  /** In order, so that nothing has to wait for anything. */
  cl_command_queue queue() {
    return queue;
  }

  /**
   * An array of zeros.
   *
   * @param name for the message
   * @param length number of elements, of 4 bytes each
   * @throws UserException if the device has no room for it
   */
  cl_mem zeros(String name, int length) {
    long bytes = ARRAY_HEADER + (long) length * Integer.BYTES;
    try {
      cl_mem array =
          handles.own(
              CL.clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, null, null),
              CL::clReleaseMemObject);
      Pointer zero = Pointer.to(new int[1]);
      CL.clEnqueueFillBuffer(queue, array, zero, Integer.BYTES, 0, bytes, 0, null, null);
      return array;
    } catch (CLException e) {
      throw new UserException(
          "%s (%s) has no room for %s, %d MiB: %s; use a smaller --batch or another --device"
              .formatted(device.id(), device.name(), name, bytes >> 20, e.getMessage()),
          e);
    }
  }

  /** An array of the elements at {@code data}, which may be overwritten afterwards. */
  cl_mem array(String name, int length, Pointer data) {
    cl_mem array = zeros(name, length);
    write(array, length, data);
    return array;
  }

  /** Copies all elements of {@code array} from {@code data}, after all that is queued. */
  void write(cl_mem array, int length, Pointer data) {
    CL.clEnqueueWriteBuffer(
        queue, array, true, ARRAY_HEADER, (long) length * Integer.BYTES, data, 0, null, null);
  }

  /** Copies all elements of {@code array} to {@code data}, after all that is queued. */
  void read(cl_mem array, int length, Pointer data) {
    CL.clEnqueueReadBuffer(
        queue, array, true, ARRAY_HEADER, (long) length * Integer.BYTES, data, 0, null, null);
  }
}
