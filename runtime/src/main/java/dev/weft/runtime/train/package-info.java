/** The training loop, metrics and run folders. */
@NullMarked
package dev.weft.runtime.train;

import org.jspecify.annotations.NullMarked;
