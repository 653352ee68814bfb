/** Event files that TensorBoard reads. */
@NullMarked
package dev.weft.models.tensorboard;

import org.jspecify.annotations.NullMarked;
