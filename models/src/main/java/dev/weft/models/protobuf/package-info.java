/** Messages of Protocol Buffers, as ONNX files and TensorBoard's event files are made of. */
@NullMarked
package dev.weft.models.protobuf;

import org.jspecify.annotations.NullMarked;
