/** Several runs beside each other, and the queue that trains them. */
@NullMarked
package dev.weft.models.compare;

import org.jspecify.annotations.NullMarked;
