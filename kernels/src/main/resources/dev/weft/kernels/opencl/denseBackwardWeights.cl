// dev.weft.kernels.dense.DenseKernels.denseBackwardWeights
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 8310f5e86324b751b5562500afada6b431d40b2257889e73ce63344f72a0729c

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseBackwardWeights(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict dy,
    __global uchar *restrict dw,
    __global uchar *restrict shape)
{
  INDEX i_9, i_11, i_13, i_15, i_17, i_19, i_21, i_23, i_24, i_25, i_26, i_28, i_29, i_30, i_31,
      i_32, i_33, i_34, i_35, i_36, i_37, i_46, i_47, i_48, i_56, i_57, i_58, i_67, i_68, i_69,
      i_77, i_78, i_79, i_88, i_89, i_90, i_98, i_99, i_100, i_109, i_110, i_111, i_119, i_120,
      i_121, i_130, i_131, i_132, i_140, i_141, i_142, i_151, i_152, i_153, i_161, i_162, i_163,
      i_172, i_173, i_174, i_182, i_183, i_184, i_193, i_194, i_195, i_203, i_205, i_206, i_207,
      i_215, i_216, i_217, i_225, i_235, i_236, i_237, i_238;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_41, *ul_52, *ul_62, *ul_73, *ul_83, *ul_94, *ul_104,
      *ul_115, *ul_125, *ul_136, *ul_146, *ul_157, *ul_167, *ul_178, *ul_188, *ul_199, *ul_211,
      *ul_221, *ul_242;
  bool b_44, b_65, b_86, b_107, b_128, b_149, b_170, b_191, b_213, b_234;
  float f_42, f_43, f_45, f_53, f_54, f_55, f_63, f_64, f_66, f_74, f_75, f_76, f_84, f_85, f_87,
      f_95, f_96, f_97, f_105, f_106, f_108, f_116, f_117, f_118, f_126, f_127, f_129, f_137, f_138,
      f_139, f_147, f_148, f_150, f_158, f_159, f_160, f_168, f_169, f_171, f_179, f_180, f_181,
      f_189, f_190, f_192, f_200, f_201, f_202, f_204, f_212, f_214, f_222, f_223, f_224, f_226,
      f_227, f_228, f_229, f_230, f_231, f_232, f_233, f_243, f_244, f_245, f_246, f_247, f_248,
      f_249, f_250;
  int i_7;
  ul_0 = x;
  ul_1 = dy;
  ul_2 = dw;
  __private float ul_4[8];
  __private float* ul_5 = ul_4;
  i_7 = SHAPE(0);
  i_9 = SHAPE(1);
  i_11 = SHAPE(2);
  i_13 = SHAPE(3);
  i_15 = SHAPE(4);
  i_17 = SHAPE(5);
  i_19 = SHAPE(6);
  i_21 = SHAPE(7);
  i_23 = SHAPE(8);
  i_24 = i_13 + -1;
  i_25 = i_11 % 8;
  i_26 = i_11 - i_25;
  i_28 = get_global_id(0);
  i_29 = i_28;
  if(i_29 < i_7)
  {
    ul_5[0] = 0.0F;
    ul_5[1] = 0.0F;
    ul_5[2] = 0.0F;
    ul_5[3] = 0.0F;
    ul_5[4] = 0.0F;
    ul_5[5] = 0.0F;
    ul_5[6] = 0.0F;
    ul_5[7] = 0.0F;
    i_30 = i_29 % i_15;
    i_31 = i_29 / i_15;
    i_32 = i_9 + i_31;
    i_33 = min((INDEX) i_32, (INDEX) i_24);
    i_34 = i_33 + i_17;
    i_35 = 0;
    for(;i_35 < i_26;)
    {
      i_36 = i_35 * i_13;
      i_37 = i_34 + i_36;
      ul_41 = ul_0 + ((long) i_37 << 2) + 16L;
      f_42 = *((__global float *) ul_41);
      f_43 = ul_5[0];
      b_44 = i_32 < i_13;
      if(b_44)
      {
        f_45 = f_42;
      }
      else
      {
        f_45 = 1.0F;
      }
      i_46 = i_35 * i_15;
      i_47 = i_46 + i_19;
      i_48 = i_47 + i_30;
      ul_52 = ul_1 + ((long) i_48 << 2) + 16L;
      f_53 = *((__global float *) ul_52);
      f_54 = f_45 * f_53;
      f_55 = f_54 + f_43;
      ul_5[0] = f_55;
      i_56 = i_35 + 1;
      i_57 = i_56 * i_13;
      i_58 = i_57 + i_34;
      ul_62 = ul_0 + ((long) i_58 << 2) + 16L;
      f_63 = *((__global float *) ul_62);
      f_64 = ul_5[1];
      b_65 = i_32 < i_13;
      if(b_65)
      {
        f_66 = f_63;
      }
      else
      {
        f_66 = 1.0F;
      }
      i_67 = i_56 * i_15;
      i_68 = i_67 + i_19;
      i_69 = i_68 + i_30;
      ul_73 = ul_1 + ((long) i_69 << 2) + 16L;
      f_74 = *((__global float *) ul_73);
      f_75 = f_66 * f_74;
      f_76 = f_75 + f_64;
      ul_5[1] = f_76;
      i_77 = i_35 + 2;
      i_78 = i_77 * i_13;
      i_79 = i_78 + i_34;
      ul_83 = ul_0 + ((long) i_79 << 2) + 16L;
      f_84 = *((__global float *) ul_83);
      f_85 = ul_5[2];
      b_86 = i_32 < i_13;
      if(b_86)
      {
        f_87 = f_84;
      }
      else
      {
        f_87 = 1.0F;
      }
      i_88 = i_77 * i_15;
      i_89 = i_88 + i_19;
      i_90 = i_89 + i_30;
      ul_94 = ul_1 + ((long) i_90 << 2) + 16L;
      f_95 = *((__global float *) ul_94);
      f_96 = f_87 * f_95;
      f_97 = f_96 + f_85;
      ul_5[2] = f_97;
      i_98 = i_35 + 3;
      i_99 = i_98 * i_13;
      i_100 = i_99 + i_34;
      ul_104 = ul_0 + ((long) i_100 << 2) + 16L;
      f_105 = *((__global float *) ul_104);
      f_106 = ul_5[3];
      b_107 = i_32 < i_13;
      if(b_107)
      {
        f_108 = f_105;
      }
      else
      {
        f_108 = 1.0F;
      }
      i_109 = i_98 * i_15;
      i_110 = i_109 + i_19;
      i_111 = i_110 + i_30;
      ul_115 = ul_1 + ((long) i_111 << 2) + 16L;
      f_116 = *((__global float *) ul_115);
      f_117 = f_108 * f_116;
      f_118 = f_117 + f_106;
      ul_5[3] = f_118;
      i_119 = i_35 + 4;
      i_120 = i_119 * i_13;
      i_121 = i_120 + i_34;
      ul_125 = ul_0 + ((long) i_121 << 2) + 16L;
      f_126 = *((__global float *) ul_125);
      f_127 = ul_5[4];
      b_128 = i_32 < i_13;
      if(b_128)
      {
        f_129 = f_126;
      }
      else
      {
        f_129 = 1.0F;
      }
      i_130 = i_119 * i_15;
      i_131 = i_130 + i_19;
      i_132 = i_131 + i_30;
      ul_136 = ul_1 + ((long) i_132 << 2) + 16L;
      f_137 = *((__global float *) ul_136);
      f_138 = f_129 * f_137;
      f_139 = f_138 + f_127;
      ul_5[4] = f_139;
      i_140 = i_35 + 5;
      i_141 = i_140 * i_13;
      i_142 = i_141 + i_34;
      ul_146 = ul_0 + ((long) i_142 << 2) + 16L;
      f_147 = *((__global float *) ul_146);
      f_148 = ul_5[5];
      b_149 = i_32 < i_13;
      if(b_149)
      {
        f_150 = f_147;
      }
      else
      {
        f_150 = 1.0F;
      }
      i_151 = i_140 * i_15;
      i_152 = i_151 + i_19;
      i_153 = i_152 + i_30;
      ul_157 = ul_1 + ((long) i_153 << 2) + 16L;
      f_158 = *((__global float *) ul_157);
      f_159 = f_150 * f_158;
      f_160 = f_159 + f_148;
      ul_5[5] = f_160;
      i_161 = i_35 + 6;
      i_162 = i_161 * i_13;
      i_163 = i_162 + i_34;
      ul_167 = ul_0 + ((long) i_163 << 2) + 16L;
      f_168 = *((__global float *) ul_167);
      f_169 = ul_5[6];
      b_170 = i_32 < i_13;
      if(b_170)
      {
        f_171 = f_168;
      }
      else
      {
        f_171 = 1.0F;
      }
      i_172 = i_161 * i_15;
      i_173 = i_172 + i_19;
      i_174 = i_173 + i_30;
      ul_178 = ul_1 + ((long) i_174 << 2) + 16L;
      f_179 = *((__global float *) ul_178);
      f_180 = f_171 * f_179;
      f_181 = f_180 + f_169;
      ul_5[6] = f_181;
      i_182 = i_35 + 7;
      i_183 = i_182 * i_13;
      i_184 = i_183 + i_34;
      ul_188 = ul_0 + ((long) i_184 << 2) + 16L;
      f_189 = *((__global float *) ul_188);
      f_190 = ul_5[7];
      b_191 = i_32 < i_13;
      if(b_191)
      {
        f_192 = f_189;
      }
      else
      {
        f_192 = 1.0F;
      }
      i_193 = i_182 * i_15;
      i_194 = i_193 + i_19;
      i_195 = i_194 + i_30;
      ul_199 = ul_1 + ((long) i_195 << 2) + 16L;
      f_200 = *((__global float *) ul_199);
      f_201 = f_192 * f_200;
      f_202 = f_201 + f_190;
      ul_5[7] = f_202;
      i_203 = i_35 + 8;
      i_35 = i_203;
    }
    f_204 = 0.0F;
    i_205 = i_26;
    for(;i_205 < i_11;)
    {
      i_206 = i_205 * i_13;
      i_207 = i_206 + i_34;
      ul_211 = ul_0 + ((long) i_207 << 2) + 16L;
      f_212 = *((__global float *) ul_211);
      b_213 = i_32 < i_13;
      if(b_213)
      {
        f_214 = f_212;
      }
      else
      {
        f_214 = 1.0F;
      }
      i_215 = i_205 * i_15;
      i_216 = i_215 + i_19;
      i_217 = i_216 + i_30;
      ul_221 = ul_1 + ((long) i_217 << 2) + 16L;
      f_222 = *((__global float *) ul_221);
      f_223 = f_214 * f_222;
      f_224 = f_204 + f_223;
      i_225 = i_205 + 1;
      f_204 = f_224;
      i_205 = i_225;
    }
    f_226 = ul_5[0];
    f_227 = ul_5[1];
    f_228 = ul_5[2];
    f_229 = ul_5[3];
    f_230 = ul_5[4];
    f_231 = ul_5[5];
    f_232 = ul_5[6];
    f_233 = ul_5[7];
    b_234 = i_32 < i_13;
    if(b_234)
    {
      i_235 = i_32 * i_15;
      i_236 = i_235 + i_21;
      i_237 = i_236;
    }
    else
    {
      i_237 = i_23;
    }
    i_238 = i_237 + i_30;
    ul_242 = ul_2 + ((long) i_238 << 2) + 16L;
    f_243 = f_226 + f_204;
    f_244 = f_243 + f_227;
    f_245 = f_244 + f_228;
    f_246 = f_245 + f_229;
    f_247 = f_246 + f_230;
    f_248 = f_247 + f_231;
    f_249 = f_248 + f_232;
    f_250 = f_249 + f_233;
    *((__global float *) ul_242) = f_250;
  }
  return;
}
