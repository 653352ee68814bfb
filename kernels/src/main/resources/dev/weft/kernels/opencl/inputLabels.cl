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
    __global uchar *labels,
    __global uchar *order,
    __global uchar *state,
    __global uchar *target,
    __global uchar *shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_15, i_25, i_26, i_27, i_29, i_32, i_33, i_34, i_39, i_40,
      i_48;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_19, *ul_23, *ul_38, *ul_44, *ul_52;
  bool b_31, b_46;
  int i_28, i_30, i_45, i_47;
  long l_16, l_17, l_18, l_20, l_21, l_22, l_35, l_36, l_37, l_41, l_42, l_43, l_49, l_50, l_51;
  ul_0 = labels;
  ul_1 = order;
  ul_2 = state;
  ul_3 = target;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_15 = i_12 + 2;
  l_16 = (long) i_15;
  l_17 = l_16 << 2;
  l_18 = l_17 + 16L;
  ul_19 = ul_2 + l_18;
  l_20 = (long) i_12;
  l_21 = l_20 << 2;
  l_22 = l_21 + 16L;
  ul_23 = ul_2 + l_22;
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
    l_35 = (long) i_34;
    l_36 = l_35 << 2;
    l_37 = l_36 + 16L;
    ul_38 = ul_1 + l_37;
    i_39 = *((__global int *) ul_38);
    i_40 = i_8 + i_39;
    l_41 = (long) i_40;
    l_42 = l_41 << 2;
    l_43 = l_42 + 16L;
    ul_44 = ul_0 + l_43;
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
    l_49 = (long) i_48;
    l_50 = l_49 << 2;
    l_51 = l_50 + 16L;
    ul_52 = ul_3 + l_51;
    *((__global int *) ul_52) = i_47;
  }
  return;
}
