// dev.weft.kernels.conv2d.Conv2dKernels.conv2dBackwardFilter
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 1210e772a18ba40b43e712067e4098a6055dfb3ccfa6b478191fe577e5dea0bd

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dBackwardFilter(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *x,
    __global uchar *dy,
    __global uchar *dw,
    __global uchar *shape)
{
  INDEX i_5, i_7, i_9, i_11, i_13, i_15, i_17, i_19, i_21, i_23, i_25, i_27, i_29, i_31, i_33, i_35,
      i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51,
      i_53, i_54, i_55, i_57, i_58, i_59, i_60, i_61, i_62, i_63, i_64, i_65, i_66, i_68, i_69,
      i_70, i_71, i_72, i_73, i_77, i_78, i_79, i_80, i_86, i_87, i_88, i_89, i_98, i_99, i_100,
      i_101;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_84, *ul_93, *ul_105;
  bool b_74, b_75;
  float f_52, f_56, f_67, f_76, f_85, f_94, f_95, f_96, f_97;
  long l_81, l_82, l_83, l_90, l_91, l_92, l_102, l_103, l_104;
  ul_0 = x;
  ul_1 = dy;
  ul_2 = dw;
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
  i_29 = SHAPE(12);
  i_31 = SHAPE(13);
  i_33 = SHAPE(14);
  i_35 = SHAPE(15);
  i_36 = i_11 * i_13;
  i_37 = i_36 * i_17;
  i_38 = i_15 * i_17;
  i_39 = i_38 * i_11;
  i_40 = i_39 * i_13;
  i_41 = i_9 + -1;
  i_42 = i_7 + -1;
  i_44 = get_global_id(0);
  i_45 = i_44;
  if(i_45 < i_40)
  {
    i_46 = i_45 % i_13;
    i_47 = i_45 / i_13;
    i_48 = i_47 % i_11;
    i_49 = i_45 / i_36;
    i_50 = i_49 % i_17;
    i_51 = i_45 / i_37;
    f_52 = 0.0F;
    i_53 = 0;
    for(;i_53 < i_5;)
    {
      i_54 = i_27 * i_53;
      i_55 = i_53 * i_7;
      f_56 = f_52;
      i_57 = 0;
      for(;i_57 < i_27;)
      {
        i_58 = i_54 + i_57;
        i_59 = i_58 * i_29;
        i_60 = i_19 * i_57;
        i_61 = i_60 + i_51;
        i_62 = i_61 - i_23;
        i_63 = max((INDEX) i_62, (INDEX) 0);
        i_64 = min((INDEX) i_63, (INDEX) i_42);
        i_65 = i_64 + i_55;
        i_66 = i_65 * i_9;
        f_67 = f_56;
        i_68 = 0;
        for(;i_68 < i_29;)
        {
          i_69 = i_21 * i_68;
          i_70 = i_69 + i_50;
          i_71 = i_70 - i_25;
          i_72 = max((INDEX) i_71, (INDEX) 0);
          i_73 = min((INDEX) i_72, (INDEX) i_41);
          b_74 = i_62 == i_64;
          if(b_74)
          {
            b_75 = i_71 == i_73;
            if(b_75)
            {
              f_76 = 1.0F;
            }
            else
            {
              f_76 = 0.0F;
            }
          }
          else
          {
            f_76 = 0.0F;
          }
          i_77 = i_66 + i_73;
          i_78 = i_77 * i_11;
          i_79 = i_78 + i_31;
          i_80 = i_79 + i_48;
          l_81 = (long) i_80;
          l_82 = l_81 << 2;
          l_83 = l_82 + 16L;
          ul_84 = ul_0 + l_83;
          f_85 = *((__global float *) ul_84);
          i_86 = i_59 + i_68;
          i_87 = i_86 * i_13;
          i_88 = i_87 + i_33;
          i_89 = i_88 + i_46;
          l_90 = (long) i_89;
          l_91 = l_90 << 2;
          l_92 = l_91 + 16L;
          ul_93 = ul_1 + l_92;
          f_94 = *((__global float *) ul_93);
          f_95 = f_76 * f_85;
          f_96 = f_95 * f_94;
          f_97 = f_96 + f_67;
          i_98 = i_68 + 1;
          f_67 = f_97;
          i_68 = i_98;
        }
        i_99 = i_57 + 1;
        f_56 = f_67;
        i_57 = i_99;
      }
      i_100 = i_53 + 1;
      f_52 = f_56;
      i_53 = i_100;
    }
    i_101 = i_35 + i_45;
    l_102 = (long) i_101;
    l_103 = l_102 << 2;
    l_104 = l_103 + 16L;
    ul_105 = ul_2 + l_104;
    *((__global float *) ul_105) = f_52;
  }
  return;
}
