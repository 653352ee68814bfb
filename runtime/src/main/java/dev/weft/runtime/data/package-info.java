/**
 * The images to train on: reading IDX files, finding and downloading Fashion-MNIST, garments drawn
 * by the program itself, and the order in which an epoch visits them.
 */
@NullMarked
package dev.weft.runtime.data;

import org.jspecify.annotations.NullMarked;
