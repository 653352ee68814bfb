// dev.weft.kernels.conv2d.Conv2dTiles.conv2dTurn
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 2e882bd97e65f4c4c88769d1465907465ef91a53d0950f59db776f376ea69f0c

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dTurn(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict w,
    __global uchar *restrict turned,
    __global uchar *restrict shape)
{
  INDEX i_4, i_6, i_8, i_10, i_11, i_14, i_16, i_17, i_18, i_19, i_20, i_21, i_22, i_23, i_24, i_25,
      i_26, i_27;
  __global uchar *ul_0, *ul_1, *ul_31, *ul_36;
  float f_32;
  int i_12, i_13;
  ul_0 = w;
  ul_1 = turned;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_10 = SHAPE(3);
  i_11 = i_6 * i_8;
  i_12 = i_4 * i_8;
  i_13 = i_12 * i_6;
  i_14 = i_4 + -1;
  i_16 = get_global_id(0);
  i_17 = i_16;
  if(i_17 < i_13)
  {
    i_18 = i_17 / i_11;
    i_19 = i_14 - i_18;
    i_20 = i_19 * i_6;
    i_21 = i_17 % i_6;
    i_22 = i_20 + i_21;
    i_23 = i_22 * i_8;
    i_24 = i_23 + i_10;
    i_25 = i_17 / i_6;
    i_26 = i_25 % i_8;
    i_27 = i_24 + i_26;
    ul_31 = ul_0 + ((long) i_27 << 2) + 16L;
    f_32 = *((__global float *) ul_31);
    ul_36 = ul_1 + ((long) i_17 << 2) + 16L;
    *((__global float *) ul_36) = f_32;
  }
  return;
}
