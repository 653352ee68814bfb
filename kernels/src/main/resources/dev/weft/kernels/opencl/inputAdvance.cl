// dev.weft.kernels.input.InputKernels.inputAdvance
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 4a524306ab07d4632669e7230ad5763ccd2e689a3530abcab0aa17994493bdca

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void inputAdvance(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict state,
    __global uchar *restrict shape)
{
  INDEX i_3;
  __global uchar *ul_0, *ul_10, *ul_14;
  int i_5, i_16, i_17, i_18, i_19, i_20, i_21;
  ul_0 = state;
  i_3 = SHAPE(0);
  i_5 = SHAPE(1);
  ul_10 = ul_0 + ((long) i_3 << 2) + 20L;
  ul_14 = ul_0 + ((long) i_3 << 2) + 16L;
  i_16 = get_global_id(0);
  i_17 = i_16;
  if(i_17 < 1)
  {
    i_18 = *((__global int *) ul_14);
    i_19 = i_18 + 1;
    *((__global int *) ul_14) = i_19;
    i_20 = *((__global int *) ul_10);
    i_21 = i_5 + i_20;
    *((__global int *) ul_10) = i_21;
  }
  return;
}
