/** Any OpenCL device, through JOCL and the OpenCL C that ships with the kernels. */
@NullMarked
package dev.weft.runtime.backend.opencl;

import org.jspecify.annotations.NullMarked;
