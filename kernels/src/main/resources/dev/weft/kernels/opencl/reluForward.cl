// dev.weft.kernels.relu.ReluKernels.reluForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 31e15da707ed4cd2dbcf55823a174ac264d0a89f203907dda595280e7e75d94c

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void reluForward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_11, i_12, i_18;
  __global uchar *ul_0, *ul_1, *ul_16, *ul_22;
  float f_17, f_23;
  int i_4;
  ul_0 = x;
  ul_1 = y;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_10 = get_global_id(0);
  i_11 = i_10;
  if(i_11 < i_4)
  {
    i_12 = i_6 + i_11;
    ul_16 = ul_0 + ((long) i_12 << 2) + 16L;
    f_17 = *((__global float *) ul_16);
    i_18 = i_8 + i_11;
    ul_22 = ul_1 + ((long) i_18 << 2) + 16L;
    f_23 = fmax(f_17, 0.0F);
    *((__global float *) ul_22) = f_23;
  }
  return;
}
