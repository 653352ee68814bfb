/** Parameter updates: Adadelta, SGD, momentum, Adagrad, RMSProp and Adam. */
@NullMarked
package dev.weft.kernels.optimizer;

import org.jspecify.annotations.NullMarked;
