// dev.weft.kernels.input.InputKernels.inputLabels
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 113b63f9898d8df9995c8b72e243ae8a0af11bce4935c68e50a8f332075701b4

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void inputLabels(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict labels,
    __global uchar *restrict order,
    __global uchar *restrict state,
    __global uchar *restrict target,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_25, i_26, i_27, i_29, i_32, i_33, i_34, i_39, i_40, i_48;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_19, *ul_23, *ul_38, *ul_44, *ul_52;
  bool b_31, b_46;
  int i_28, i_30, i_45, i_47;
  ul_0 = labels;
  ul_1 = order;
  ul_2 = state;
  ul_3 = target;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  ul_19 = ul_2 + ((long) i_12 << 2) + 24L;
  ul_23 = ul_2 + ((long) i_12 << 2) + 16L;
  i_25 = get_global_id(0);
  i_26 = i_25;
  if(i_26 < i_6)
  {
    i_27 = *((__global int *) ul_23);
    i_28 = *((__global int *) ul_19);
    i_29 = i_27 * i_6;
    i_30 = i_28 - i_29;
    b_31 = i_26 < i_30;
    if(b_31)
    {
      i_32 = i_26 + i_29;
      i_33 = i_32;
    }
    else
    {
      i_33 = 0;
    }
    i_34 = i_33 + i_10;
    ul_38 = ul_1 + ((long) i_34 << 2) + 16L;
    i_39 = *((__global int *) ul_38);
    i_40 = i_8 + i_39;
    ul_44 = ul_0 + ((long) i_40 << 2) + 16L;
    i_45 = *((__global int *) ul_44);
    b_46 = i_26 < i_30;
    if(b_46)
    {
      i_47 = i_45;
    }
    else
    {
      i_47 = -1;
    }
    i_48 = i_14 + i_26;
    ul_52 = ul_3 + ((long) i_48 << 2) + 16L;
    *((__global int *) ul_52) = i_47;
  }
  return;
}
