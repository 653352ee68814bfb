/** Two-dimensional convolution. */
@NullMarked
package dev.weft.kernels.conv2d;

import org.jspecify.annotations.NullMarked;
