/** Models for other programs, and weights from them: ONNX, safetensors. */
@NullMarked
package dev.weft.models.export;

import org.jspecify.annotations.NullMarked;
