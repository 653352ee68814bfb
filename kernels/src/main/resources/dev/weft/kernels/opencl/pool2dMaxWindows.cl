// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxWindows
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 444abcd84cdcd0f4b56334b0ebf4d79f5cb4077254b473965d5a1fc3c2cc10b7

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxWindows(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_18, i_19, i_20, i_21, i_22, i_23, i_24, i_25, i_26, i_27, i_28, i_29, i_30, i_31, i_32,
      i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47,
      i_48, i_49, i_50, i_51, i_59, i_60, i_61, i_62, i_63, i_64, i_76, i_77, i_79, i_80, i_81,
      i_82, i_89;
  __global uchar *ul_0, *ul_1, *ul_57, *ul_70, *ul_88;
  float f_58, f_71, f_72, f_74, f_75, f_78;
  int i_6, i_73;
  ul_0 = x;
  ul_1 = y;
  __private float ul_3[1];
  __private float* ul_4 = ul_3;
  i_6 = SHAPE(0);
  i_18 = get_global_id(0);
  i_19 = i_18;
  if(i_19 < i_6)
  {
    i_20 = SHAPE(1);
    i_21 = SHAPE(2);
    i_22 = SHAPE(3);
    i_23 = SHAPE(4);
    i_24 = SHAPE(5);
    i_25 = SHAPE(6);
    i_26 = SHAPE(7);
    i_27 = SHAPE(8);
    i_28 = SHAPE(9);
    i_29 = SHAPE(10);
    i_30 = i_19 / i_24;
    i_31 = i_30 / i_20;
    i_32 = i_27 * i_31;
    i_33 = i_31 / i_26;
    i_34 = i_22 * i_33;
    i_35 = i_31 % i_26;
    i_36 = i_25 * i_35;
    i_37 = i_34 + i_36;
    i_38 = i_37 * i_23;
    i_39 = i_19 % i_24;
    i_40 = i_24 + -1;
    i_41 = min((INDEX) i_39, (INDEX) i_40);
    i_42 = max((INDEX) i_41, (INDEX) 0);
    i_43 = i_30 % i_20;
    i_44 = i_21 * i_43;
    i_45 = 0;
    for(;i_45 < i_21;)
    {
      i_46 = i_44 + i_45;
      i_47 = i_46 * i_25;
      i_48 = i_38 + i_47;
      i_49 = i_48 * i_24;
      i_50 = i_49 + i_28;
      i_51 = i_42 + i_50;
      ul_57 = ul_0 + ((long) i_51 << 2) + 16L;
      f_58 = *((__global float *) ul_57);
      ul_4[0] = f_58;
      i_59 = 0;
      for(;i_59 < i_25;)
      {
        i_60 = i_59 * i_23;
        i_61 = 0;
        for(;i_61 < i_25;)
        {
          i_62 = i_60 + i_61;
          i_63 = i_62 * i_24;
          i_64 = i_63 + i_51;
          ul_70 = ul_0 + ((long) i_64 << 2) + 16L;
          f_71 = *((__global float *) ul_70);
          f_72 = ul_4[0];
          i_73 = isless(f_72, f_71);
          if(i_73 == 1)
          {
            f_74 = f_71;
          }
          else
          {
            f_75 = ul_4[0];
            f_74 = f_75;
          }
          ul_4[0] = f_74;
          i_76 = i_61 + 1;
          i_61 = i_76;
        }
        i_77 = i_59 + 1;
        i_59 = i_77;
      }
      f_78 = ul_4[0];
      i_79 = i_32 + i_46;
      i_80 = i_79 * i_24;
      i_81 = i_80 + i_29;
      i_82 = i_81 + i_42;
      ul_88 = ul_1 + ((long) i_82 << 2) + 16L;
      *((__global float *) ul_88) = f_78;
      i_89 = i_45 + 1;
      i_45 = i_89;
    }
  }
  return;
}
