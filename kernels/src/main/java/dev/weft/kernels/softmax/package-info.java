/** Softmax with cross-entropy. */
@NullMarked
package dev.weft.kernels.softmax;

import org.jspecify.annotations.NullMarked;
