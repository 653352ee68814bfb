package dev.weft.models.export;

/** In which order the elements of weights lie in a file. */
public enum Layout {
  /** Weft's own: filters {@code [kh,kw,in,out]}, dense {@code [in,out]}, maps {@code [h,w,c]}. */
  WEFT,
  /** PyTorch's: filters {@code [out,in,kh,kw]}, linear {@code [out,in]}, maps {@code [c,h,w]}. */
  TORCH
}
