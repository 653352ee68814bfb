/** Parameter updates: Adadelta, SGD, momentum, Adagrad, RMSProp and Adam; zeros that stay. */
@NullMarked
package dev.weft.kernels.optimizer;

import org.jspecify.annotations.NullMarked;
