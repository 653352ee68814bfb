/** The fully connected layer. */
@NullMarked
package dev.weft.kernels.dense;

import org.jspecify.annotations.NullMarked;
