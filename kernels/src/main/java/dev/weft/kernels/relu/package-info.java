/** The rectified linear unit. */
@NullMarked
package dev.weft.kernels.relu;

import org.jspecify.annotations.NullMarked;
