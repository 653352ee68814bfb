// dev.weft.kernels.dense.DenseTiles.denseForwardSums
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 d30b65036e199732ab22bd7f9e1328c3737a615a3d68a893c56aa74931c2ee50

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseForwardSums(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict sums,
    __global uchar *restrict b,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_7, i_9, i_11, i_13, i_15, i_18, i_19, i_20, i_22, i_23, i_24, i_25, i_31, i_48, i_49,
      i_56, i_57, i_58, i_65, i_66, i_67, i_74, i_75, i_76, i_83, i_84, i_85, i_92, i_93, i_94,
      i_101, i_102, i_103, i_110, i_111, i_112, i_119, i_120, i_121, i_128, i_129, i_130, i_137,
      i_138, i_139, i_146, i_147, i_148, i_155, i_156, i_157, i_164, i_165, i_166, i_173, i_174,
      i_175, i_182, i_183, i_184, i_191, i_193, i_194, i_195, i_202, i_224;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_29, *ul_53, *ul_62, *ul_71, *ul_80, *ul_89, *ul_98,
      *ul_107, *ul_116, *ul_125, *ul_134, *ul_143, *ul_152, *ul_161, *ul_170, *ul_179, *ul_188,
      *ul_199, *ul_228;
  bool b_222;
  float f_30, f_32, f_33, f_34, f_35, f_36, f_37, f_38, f_39, f_40, f_41, f_42, f_43, f_44, f_45,
      f_46, f_47, f_54, f_55, f_63, f_64, f_72, f_73, f_81, f_82, f_90, f_91, f_99, f_100, f_108,
      f_109, f_117, f_118, f_126, f_127, f_135, f_136, f_144, f_145, f_153, f_154, f_162, f_163,
      f_171, f_172, f_180, f_181, f_189, f_190, f_192, f_200, f_201, f_203, f_204, f_205, f_206,
      f_207, f_208, f_209, f_210, f_211, f_212, f_213, f_214, f_215, f_216, f_217, f_218, f_219,
      f_221, f_223;
  int i_17, i_220;
  ul_0 = sums;
  ul_1 = b;
  ul_2 = y;
  __private float ul_4[16];
  __private float* ul_5 = ul_4;
  i_7 = SHAPE(0);
  i_9 = SHAPE(1);
  i_11 = SHAPE(2);
  i_13 = SHAPE(3);
  i_15 = SHAPE(4);
  i_17 = SHAPE(5);
  i_18 = i_9 * i_11;
  i_19 = i_7 % 16;
  i_20 = i_7 - i_19;
  i_22 = get_global_id(0);
  i_23 = i_22;
  if(i_23 < i_18)
  {
    i_24 = i_23 % i_11;
    i_25 = i_13 + i_24;
    ul_29 = ul_1 + ((long) i_25 << 2) + 16L;
    f_30 = *((__global float *) ul_29);
    ul_5[0] = 0.0F;
    ul_5[1] = 0.0F;
    ul_5[2] = 0.0F;
    ul_5[3] = 0.0F;
    ul_5[4] = 0.0F;
    ul_5[5] = 0.0F;
    ul_5[6] = 0.0F;
    ul_5[7] = 0.0F;
    ul_5[8] = 0.0F;
    ul_5[9] = 0.0F;
    ul_5[10] = 0.0F;
    ul_5[11] = 0.0F;
    ul_5[12] = 0.0F;
    ul_5[13] = 0.0F;
    ul_5[14] = 0.0F;
    ul_5[15] = 0.0F;
    i_31 = 0;
    f_32 = 0.0F;
    f_33 = 0.0F;
    f_34 = 0.0F;
    f_35 = 0.0F;
    f_36 = 0.0F;
    f_37 = 0.0F;
    f_38 = 0.0F;
    f_39 = 0.0F;
    f_40 = 0.0F;
    f_41 = 0.0F;
    f_42 = 0.0F;
    f_43 = 0.0F;
    f_44 = 0.0F;
    f_45 = 0.0F;
    f_46 = 0.0F;
    f_47 = 0.0F;
    for(;i_31 < i_20;)
    {
      i_48 = i_18 * i_31;
      i_49 = i_48 + i_23;
      ul_53 = ul_0 + ((long) i_49 << 2) + 16L;
      f_54 = *((__global float *) ul_53);
      f_55 = f_32 + f_54;
      ul_5[0] = f_55;
      i_56 = i_31 + 1;
      i_57 = i_56 * i_18;
      i_58 = i_57 + i_23;
      ul_62 = ul_0 + ((long) i_58 << 2) + 16L;
      f_63 = *((__global float *) ul_62);
      f_64 = f_33 + f_63;
      ul_5[1] = f_64;
      i_65 = i_31 + 2;
      i_66 = i_65 * i_18;
      i_67 = i_66 + i_23;
      ul_71 = ul_0 + ((long) i_67 << 2) + 16L;
      f_72 = *((__global float *) ul_71);
      f_73 = f_34 + f_72;
      ul_5[2] = f_73;
      i_74 = i_31 + 3;
      i_75 = i_74 * i_18;
      i_76 = i_75 + i_23;
      ul_80 = ul_0 + ((long) i_76 << 2) + 16L;
      f_81 = *((__global float *) ul_80);
      f_82 = f_35 + f_81;
      ul_5[3] = f_82;
      i_83 = i_31 + 4;
      i_84 = i_83 * i_18;
      i_85 = i_84 + i_23;
      ul_89 = ul_0 + ((long) i_85 << 2) + 16L;
      f_90 = *((__global float *) ul_89);
      f_91 = f_36 + f_90;
      ul_5[4] = f_91;
      i_92 = i_31 + 5;
      i_93 = i_92 * i_18;
      i_94 = i_93 + i_23;
      ul_98 = ul_0 + ((long) i_94 << 2) + 16L;
      f_99 = *((__global float *) ul_98);
      f_100 = f_37 + f_99;
      ul_5[5] = f_100;
      i_101 = i_31 + 6;
      i_102 = i_101 * i_18;
      i_103 = i_102 + i_23;
      ul_107 = ul_0 + ((long) i_103 << 2) + 16L;
      f_108 = *((__global float *) ul_107);
      f_109 = f_38 + f_108;
      ul_5[6] = f_109;
      i_110 = i_31 + 7;
      i_111 = i_110 * i_18;
      i_112 = i_111 + i_23;
      ul_116 = ul_0 + ((long) i_112 << 2) + 16L;
      f_117 = *((__global float *) ul_116);
      f_118 = f_39 + f_117;
      ul_5[7] = f_118;
      i_119 = i_31 + 8;
      i_120 = i_119 * i_18;
      i_121 = i_120 + i_23;
      ul_125 = ul_0 + ((long) i_121 << 2) + 16L;
      f_126 = *((__global float *) ul_125);
      f_127 = f_40 + f_126;
      ul_5[8] = f_127;
      i_128 = i_31 + 9;
      i_129 = i_128 * i_18;
      i_130 = i_129 + i_23;
      ul_134 = ul_0 + ((long) i_130 << 2) + 16L;
      f_135 = *((__global float *) ul_134);
      f_136 = f_41 + f_135;
      ul_5[9] = f_136;
      i_137 = i_31 + 10;
      i_138 = i_137 * i_18;
      i_139 = i_138 + i_23;
      ul_143 = ul_0 + ((long) i_139 << 2) + 16L;
      f_144 = *((__global float *) ul_143);
      f_145 = f_42 + f_144;
      ul_5[10] = f_145;
      i_146 = i_31 + 11;
      i_147 = i_146 * i_18;
      i_148 = i_147 + i_23;
      ul_152 = ul_0 + ((long) i_148 << 2) + 16L;
      f_153 = *((__global float *) ul_152);
      f_154 = f_43 + f_153;
      ul_5[11] = f_154;
      i_155 = i_31 + 12;
      i_156 = i_155 * i_18;
      i_157 = i_156 + i_23;
      ul_161 = ul_0 + ((long) i_157 << 2) + 16L;
      f_162 = *((__global float *) ul_161);
      f_163 = f_44 + f_162;
      ul_5[12] = f_163;
      i_164 = i_31 + 13;
      i_165 = i_164 * i_18;
      i_166 = i_165 + i_23;
      ul_170 = ul_0 + ((long) i_166 << 2) + 16L;
      f_171 = *((__global float *) ul_170);
      f_172 = f_45 + f_171;
      ul_5[13] = f_172;
      i_173 = i_31 + 14;
      i_174 = i_173 * i_18;
      i_175 = i_174 + i_23;
      ul_179 = ul_0 + ((long) i_175 << 2) + 16L;
      f_180 = *((__global float *) ul_179);
      f_181 = f_46 + f_180;
      ul_5[14] = f_181;
      i_182 = i_31 + 15;
      i_183 = i_182 * i_18;
      i_184 = i_183 + i_23;
      ul_188 = ul_0 + ((long) i_184 << 2) + 16L;
      f_189 = *((__global float *) ul_188);
      f_190 = f_47 + f_189;
      ul_5[15] = f_190;
      i_191 = i_31 + 16;
      i_31 = i_191;
      f_32 = f_55;
      f_33 = f_64;
      f_34 = f_73;
      f_35 = f_82;
      f_36 = f_91;
      f_37 = f_100;
      f_38 = f_109;
      f_39 = f_118;
      f_40 = f_127;
      f_41 = f_136;
      f_42 = f_145;
      f_43 = f_154;
      f_44 = f_163;
      f_45 = f_172;
      f_46 = f_181;
      f_47 = f_190;
    }
    f_192 = 0.0F;
    i_193 = i_20;
    for(;i_193 < i_7;)
    {
      i_194 = i_18 * i_193;
      i_195 = i_194 + i_23;
      ul_199 = ul_0 + ((long) i_195 << 2) + 16L;
      f_200 = *((__global float *) ul_199);
      f_201 = f_192 + f_200;
      i_202 = i_193 + 1;
      f_192 = f_201;
      i_193 = i_202;
    }
    f_203 = f_192 + f_32;
    f_204 = f_203 + f_33;
    f_205 = f_204 + f_34;
    f_206 = f_205 + f_35;
    f_207 = f_206 + f_36;
    f_208 = f_207 + f_37;
    f_209 = f_208 + f_38;
    f_210 = f_209 + f_39;
    f_211 = f_210 + f_40;
    f_212 = f_211 + f_41;
    f_213 = f_212 + f_42;
    f_214 = f_213 + f_43;
    f_215 = f_214 + f_44;
    f_216 = f_215 + f_45;
    f_217 = f_216 + f_46;
    f_218 = f_217 + f_47;
    f_219 = f_218 + f_30;
    i_220 = isless(f_219, 0.0F);
    if(i_220 == 1)
    {
      f_221 = 0.0F;
    }
    else
    {
      f_221 = f_219;
    }
    b_222 = i_17 == 1;
    if(b_222)
    {
      f_223 = f_221;
    }
    else
    {
      f_223 = f_219;
    }
    i_224 = i_15 + i_23;
    ul_228 = ul_2 + ((long) i_224 << 2) + 16L;
    *((__global float *) ul_228) = f_223;
  }
  return;
}
