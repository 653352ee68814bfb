/** Checkpoints as safetensors, written atomically. */
@NullMarked
package dev.weft.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
