/** Programs, calls, buffers and the table of ops: what every backend executes. */
@NullMarked
package dev.weft.kernels;

import org.jspecify.annotations.NullMarked;
