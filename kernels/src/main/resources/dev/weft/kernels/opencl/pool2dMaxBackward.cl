// dev.weft.kernels.pool2d.Pool2dKernels.pool2dMaxBackward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 8b10dbe7d8ee16bcd2461ef36e65df01c157d527130f15649f40cbcc4d6a15b6

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxBackward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_7, i_9, i_11, i_13, i_15, i_17, i_19, i_21, i_23, i_25, i_31, i_32, i_33, i_34, i_35,
      i_36, i_37, i_38, i_39, i_42, i_43, i_44, i_45, i_46, i_49, i_50, i_51, i_52, i_54, i_55,
      i_56, i_57, i_58, i_59, i_61, i_62, i_63, i_64, i_65, i_66, i_74, i_75, i_76, i_77, i_80,
      i_81, i_82, i_83, i_84, i_92, i_96, i_97, i_98, i_99, i_100, i_101, i_107, i_111, i_112,
      i_115, i_122;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_70, *ul_88, *ul_105, *ul_119, *ul_126;
  bool b_108, b_113;
  float f_53, f_60, f_71, f_73, f_79, f_89, f_95, f_106, f_109, f_110, f_114, f_120;
  int i_5, i_27, i_28, i_29, i_40, i_41, i_47, i_48, i_72, i_78, i_90, i_91, i_93, i_94, i_121;
  ul_0 = dy;
  ul_1 = x;
  ul_2 = dx;
  i_5 = SHAPE(0);
  i_7 = SHAPE(1);
  i_9 = SHAPE(2);
  i_11 = SHAPE(3);
  i_13 = SHAPE(4);
  i_15 = SHAPE(5);
  i_17 = SHAPE(6);
  i_19 = SHAPE(7);
  i_21 = SHAPE(8);
  i_23 = SHAPE(9);
  i_25 = SHAPE(10);
  i_27 = SHAPE(11);
  i_28 = i_19 + -1;
  i_29 = i_17 + -1;
  i_31 = get_global_id(0);
  i_32 = i_31;
  if(i_32 < i_5)
  {
    i_33 = i_32 / i_11;
    i_34 = i_33 / i_9;
    i_35 = i_34 / i_7;
    i_36 = i_35 * i_17;
    i_37 = i_7 * i_35;
    i_38 = i_32 % i_11;
    i_39 = i_33 % i_9;
    i_40 = i_39 / i_15;
    i_41 = min((INDEX) i_40, (INDEX) i_28);
    i_42 = i_39 - i_13;
    i_43 = i_42 + i_15;
    i_44 = max((INDEX) 0, (INDEX) i_43);
    i_45 = i_44 / i_15;
    i_46 = i_34 % i_7;
    i_47 = i_46 / i_15;
    i_48 = min((INDEX) i_47, (INDEX) i_29);
    i_49 = i_46 - i_13;
    i_50 = i_49 + i_15;
    i_51 = max((INDEX) 0, (INDEX) i_50);
    i_52 = i_51 / i_15;
    f_53 = 0.0F;
    i_54 = i_52;
    for(;i_48 >= i_54;)
    {
      i_55 = i_36 + i_54;
      i_56 = i_55 * i_19;
      i_57 = i_54 * i_15;
      i_58 = i_37 + i_57;
      i_59 = i_58 * i_9;
      f_60 = f_53;
      i_61 = i_45;
      for(;i_41 >= i_61;)
      {
        i_62 = i_61 * i_15;
        i_63 = i_59 + i_62;
        i_64 = i_63 * i_11;
        i_65 = i_64 + i_38;
        i_66 = i_65 + i_23;
        ul_70 = ul_1 + ((long) i_66 << 2) + 16L;
        f_71 = *((__global float *) ul_70);
        i_72 = i_65;
        f_73 = f_71;
        i_74 = 0;
        for(;i_74 < i_13;)
        {
          i_75 = i_58 + i_74;
          i_76 = i_75 * i_9;
          i_77 = i_76 + i_62;
          i_78 = i_72;
          f_79 = f_73;
          i_80 = 0;
          for(;i_80 < i_13;)
          {
            i_81 = i_77 + i_80;
            i_82 = i_81 * i_11;
            i_83 = i_82 + i_38;
            i_84 = i_83 + i_23;
            ul_88 = ul_1 + ((long) i_84 << 2) + 16L;
            f_89 = *((__global float *) ul_88);
            i_90 = isless(f_79, f_89);
            if(i_90 == 1)
            {
              i_91 = i_83;
            }
            else
            {
              i_91 = i_78;
            }
            i_92 = i_80 + 1;
            i_93 = isless(f_79, f_89);
            if(i_93 == 1)
            {
              i_94 = i_91;
              f_95 = f_89;
            }
            else
            {
              i_94 = i_91;
              f_95 = f_79;
            }
            i_94 = i_91;
            i_96 = i_92;
            i_78 = i_94;
            f_79 = f_95;
            i_80 = i_96;
          }
          i_97 = i_74 + 1;
          i_72 = i_78;
          f_73 = f_79;
          i_74 = i_97;
        }
        i_98 = i_56 + i_61;
        i_99 = i_98 * i_11;
        i_100 = i_99 + i_21;
        i_101 = i_100 + i_38;
        ul_105 = ul_0 + ((long) i_101 << 2) + 16L;
        f_106 = *((__global float *) ul_105);
        i_107 = i_61 + 1;
        b_108 = i_32 == i_72;
        if(b_108)
        {
          f_109 = f_106 + f_60;
          f_110 = f_109;
        }
        else
        {
          f_110 = f_60;
        }
        i_111 = i_107;
        f_60 = f_110;
        i_61 = i_111;
      }
      i_112 = i_54 + 1;
      f_53 = f_60;
      i_54 = i_112;
    }
    b_113 = i_27 == 0;
    if(b_113)
    {
      f_114 = f_53;
    }
    else
    {
      i_115 = i_32 + i_23;
      ul_119 = ul_1 + ((long) i_115 << 2) + 16L;
      f_120 = *((__global float *) ul_119);
      i_121 = isless(0.0F, f_120);
      if(i_121 == 1)
      {
        f_114 = f_53;
      }
      else
      {
        f_114 = 0.0F;
      }
    }
    i_122 = i_25 + i_32;
    ul_126 = ul_2 + ((long) i_122 << 2) + 16L;
    *((__global float *) ul_126) = f_114;
  }
  return;
}
