/** Max, average and sum pooling. */
@NullMarked
package dev.weft.kernels.pool2d;

import org.jspecify.annotations.NullMarked;
