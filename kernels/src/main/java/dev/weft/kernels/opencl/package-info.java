/** OpenCL C made of the device kernels ahead of time, so that they run without TornadoVM. */
@NullMarked
package dev.weft.kernels.opencl;

import org.jspecify.annotations.NullMarked;
