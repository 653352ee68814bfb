/** From photographs to answers: reading, finding the garment, scaling, asking the model. */
@NullMarked
package dev.weft.models.predict;

import org.jspecify.annotations.NullMarked;
