// dev.weft.kernels.dense.DenseKernels.denseBackwardDataRows
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 1f4108c715e548fa6d698e2f18caa5151e54c05ef4dcc2a64b27417397c93ced

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseBackwardDataRows(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict w,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_29, i_31, i_32, i_33, i_34, i_35, i_36, i_37,
      i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_52,
      i_53, i_54, i_55, i_56, i_57, i_58, i_59, i_60, i_61, i_62, i_63, i_64, i_65, i_66, i_67,
      i_68, i_69, i_78, i_84, i_92, i_100, i_108, i_116, i_124, i_132, i_140, i_148, i_149, i_151,
      i_152, i_161, i_163, i_164, i_173, i_175, i_176, i_185, i_187, i_188, i_197, i_199, i_200,
      i_209, i_211, i_212, i_221, i_223, i_224, i_233, i_235, i_236, i_246, i_247, i_253, i_254,
      i_260, i_261, i_267, i_268, i_274, i_275, i_281, i_282, i_288, i_289, i_295, i_296;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_82, *ul_88, *ul_96, *ul_104, *ul_112, *ul_120,
      *ul_128, *ul_136, *ul_144, *ul_156, *ul_168, *ul_180, *ul_192, *ul_204, *ul_216, *ul_228,
      *ul_240, *ul_251, *ul_258, *ul_265, *ul_272, *ul_279, *ul_286, *ul_293, *ul_300;
  bool b_150, b_162, b_174, b_186, b_198, b_210, b_222, b_234;
  float f_70, f_71, f_72, f_73, f_74, f_75, f_76, f_77, f_83, f_89, f_90, f_91, f_97, f_98, f_99,
      f_105, f_106, f_107, f_113, f_114, f_115, f_121, f_122, f_123, f_129, f_130, f_131, f_137,
      f_138, f_139, f_145, f_146, f_147, f_157, f_159, f_160, f_169, f_171, f_172, f_181, f_183,
      f_184, f_193, f_195, f_196, f_205, f_207, f_208, f_217, f_219, f_220, f_229, f_231, f_232,
      f_241, f_243, f_244, f_245, f_252, f_259, f_266, f_273, f_280, f_287, f_294;
  int i_22, i_23, i_24, i_25, i_26, i_27, i_28, i_158, i_170, i_182, i_194, i_206, i_218, i_230,
      i_242;
  ul_0 = dy;
  ul_1 = w;
  ul_2 = x;
  ul_3 = dx;
  __private float ul_5[8];
  __private float* ul_6 = ul_5;
  i_8 = SHAPE(0);
  i_10 = SHAPE(1);
  i_12 = SHAPE(2);
  i_14 = SHAPE(3);
  i_16 = SHAPE(4);
  i_18 = SHAPE(5);
  i_20 = SHAPE(6);
  i_22 = SHAPE(7);
  i_23 = i_8 + 7;
  i_24 = i_23 >> 31;
  i_25 = i_24 >> 29;
  i_26 = i_25 + i_23;
  i_27 = i_26 >> 3;
  i_28 = i_27 * i_10;
  i_29 = i_8 + -1;
  i_31 = get_global_id(0);
  i_32 = i_31;
  if(i_32 < i_28)
  {
    ul_6[0] = 0.0F;
    ul_6[1] = 0.0F;
    ul_6[2] = 0.0F;
    ul_6[3] = 0.0F;
    ul_6[4] = 0.0F;
    ul_6[5] = 0.0F;
    ul_6[6] = 0.0F;
    ul_6[7] = 0.0F;
    i_33 = i_32 / i_10;
    i_34 = i_33 << 3;
    i_35 = i_34 + 7;
    i_36 = min((INDEX) i_35, (INDEX) i_29);
    i_37 = i_36 * i_12;
    i_38 = i_37 + i_14;
    i_39 = i_34 + 6;
    i_40 = min((INDEX) i_39, (INDEX) i_29);
    i_41 = i_40 * i_12;
    i_42 = i_41 + i_14;
    i_43 = i_34 + 5;
    i_44 = min((INDEX) i_43, (INDEX) i_29);
    i_45 = i_44 * i_12;
    i_46 = i_45 + i_14;
    i_47 = i_34 + 4;
    i_48 = min((INDEX) i_47, (INDEX) i_29);
    i_49 = i_48 * i_12;
    i_50 = i_49 + i_14;
    i_51 = i_34 + 3;
    i_52 = min((INDEX) i_51, (INDEX) i_29);
    i_53 = i_52 * i_12;
    i_54 = i_53 + i_14;
    i_55 = i_34 + 2;
    i_56 = min((INDEX) i_55, (INDEX) i_29);
    i_57 = i_56 * i_12;
    i_58 = i_57 + i_14;
    i_59 = i_34 + 1;
    i_60 = min((INDEX) i_59, (INDEX) i_29);
    i_61 = i_60 * i_12;
    i_62 = i_61 + i_14;
    i_63 = min((INDEX) i_34, (INDEX) i_29);
    i_64 = i_63 * i_12;
    i_65 = i_64 + i_14;
    i_66 = i_32 % i_10;
    i_67 = i_66 * i_12;
    i_68 = i_67 + i_16;
    i_69 = 0;
    f_70 = 0.0F;
    f_71 = 0.0F;
    f_72 = 0.0F;
    f_73 = 0.0F;
    f_74 = 0.0F;
    f_75 = 0.0F;
    f_76 = 0.0F;
    f_77 = 0.0F;
    for(;i_69 < i_12;)
    {
      i_78 = i_68 + i_69;
      ul_82 = ul_1 + ((long) i_78 << 2) + 16L;
      f_83 = *((__global float *) ul_82);
      i_84 = i_65 + i_69;
      ul_88 = ul_0 + ((long) i_84 << 2) + 16L;
      f_89 = *((__global float *) ul_88);
      f_90 = f_83 * f_89;
      f_91 = f_70 + f_90;
      ul_6[0] = f_91;
      i_92 = i_62 + i_69;
      ul_96 = ul_0 + ((long) i_92 << 2) + 16L;
      f_97 = *((__global float *) ul_96);
      f_98 = f_97 * f_83;
      f_99 = f_71 + f_98;
      ul_6[1] = f_99;
      i_100 = i_58 + i_69;
      ul_104 = ul_0 + ((long) i_100 << 2) + 16L;
      f_105 = *((__global float *) ul_104);
      f_106 = f_105 * f_83;
      f_107 = f_72 + f_106;
      ul_6[2] = f_107;
      i_108 = i_54 + i_69;
      ul_112 = ul_0 + ((long) i_108 << 2) + 16L;
      f_113 = *((__global float *) ul_112);
      f_114 = f_113 * f_83;
      f_115 = f_73 + f_114;
      ul_6[3] = f_115;
      i_116 = i_50 + i_69;
      ul_120 = ul_0 + ((long) i_116 << 2) + 16L;
      f_121 = *((__global float *) ul_120);
      f_122 = f_121 * f_83;
      f_123 = f_74 + f_122;
      ul_6[4] = f_123;
      i_124 = i_46 + i_69;
      ul_128 = ul_0 + ((long) i_124 << 2) + 16L;
      f_129 = *((__global float *) ul_128);
      f_130 = f_129 * f_83;
      f_131 = f_75 + f_130;
      ul_6[5] = f_131;
      i_132 = i_42 + i_69;
      ul_136 = ul_0 + ((long) i_132 << 2) + 16L;
      f_137 = *((__global float *) ul_136);
      f_138 = f_137 * f_83;
      f_139 = f_76 + f_138;
      ul_6[6] = f_139;
      i_140 = i_38 + i_69;
      ul_144 = ul_0 + ((long) i_140 << 2) + 16L;
      f_145 = *((__global float *) ul_144);
      f_146 = f_145 * f_83;
      f_147 = f_77 + f_146;
      ul_6[7] = f_147;
      i_148 = i_69 + 1;
      i_69 = i_148;
      f_70 = f_91;
      f_71 = f_99;
      f_72 = f_107;
      f_73 = f_115;
      f_74 = f_123;
      f_75 = f_131;
      f_76 = f_139;
      f_77 = f_147;
    }
    i_149 = i_63 * i_10;
    b_150 = i_22 == 0;
    if(b_150)
    {
      f_159 = ul_6[0];
      f_160 = f_159;
    }
    else
    {
      i_151 = i_149 + i_66;
      i_152 = i_151 + i_18;
      ul_156 = ul_2 + ((long) i_152 << 2) + 16L;
      f_157 = *((__global float *) ul_156);
      i_158 = isless(0.0F, f_157);
      if(i_158 == 1)
      {
        f_159 = ul_6[0];
        f_160 = f_159;
      }
      else
      {
        f_160 = 0.0F;
      }
    }
    ul_6[0] = f_160;
    i_161 = i_60 * i_10;
    b_162 = i_22 == 0;
    if(b_162)
    {
      f_171 = ul_6[1];
      f_172 = f_171;
    }
    else
    {
      i_163 = i_161 + i_66;
      i_164 = i_163 + i_18;
      ul_168 = ul_2 + ((long) i_164 << 2) + 16L;
      f_169 = *((__global float *) ul_168);
      i_170 = isless(0.0F, f_169);
      if(i_170 == 1)
      {
        f_171 = ul_6[1];
        f_172 = f_171;
      }
      else
      {
        f_172 = 0.0F;
      }
    }
    ul_6[1] = f_172;
    i_173 = i_56 * i_10;
    b_174 = i_22 == 0;
    if(b_174)
    {
      f_183 = ul_6[2];
      f_184 = f_183;
    }
    else
    {
      i_175 = i_173 + i_66;
      i_176 = i_175 + i_18;
      ul_180 = ul_2 + ((long) i_176 << 2) + 16L;
      f_181 = *((__global float *) ul_180);
      i_182 = isless(0.0F, f_181);
      if(i_182 == 1)
      {
        f_183 = ul_6[2];
        f_184 = f_183;
      }
      else
      {
        f_184 = 0.0F;
      }
    }
    ul_6[2] = f_184;
    i_185 = i_52 * i_10;
    b_186 = i_22 == 0;
    if(b_186)
    {
      f_195 = ul_6[3];
      f_196 = f_195;
    }
    else
    {
      i_187 = i_185 + i_66;
      i_188 = i_187 + i_18;
      ul_192 = ul_2 + ((long) i_188 << 2) + 16L;
      f_193 = *((__global float *) ul_192);
      i_194 = isless(0.0F, f_193);
      if(i_194 == 1)
      {
        f_195 = ul_6[3];
        f_196 = f_195;
      }
      else
      {
        f_196 = 0.0F;
      }
    }
    ul_6[3] = f_196;
    i_197 = i_48 * i_10;
    b_198 = i_22 == 0;
    if(b_198)
    {
      f_207 = ul_6[4];
      f_208 = f_207;
    }
    else
    {
      i_199 = i_197 + i_66;
      i_200 = i_199 + i_18;
      ul_204 = ul_2 + ((long) i_200 << 2) + 16L;
      f_205 = *((__global float *) ul_204);
      i_206 = isless(0.0F, f_205);
      if(i_206 == 1)
      {
        f_207 = ul_6[4];
        f_208 = f_207;
      }
      else
      {
        f_208 = 0.0F;
      }
    }
    ul_6[4] = f_208;
    i_209 = i_44 * i_10;
    b_210 = i_22 == 0;
    if(b_210)
    {
      f_219 = ul_6[5];
      f_220 = f_219;
    }
    else
    {
      i_211 = i_209 + i_66;
      i_212 = i_211 + i_18;
      ul_216 = ul_2 + ((long) i_212 << 2) + 16L;
      f_217 = *((__global float *) ul_216);
      i_218 = isless(0.0F, f_217);
      if(i_218 == 1)
      {
        f_219 = ul_6[5];
        f_220 = f_219;
      }
      else
      {
        f_220 = 0.0F;
      }
    }
    ul_6[5] = f_220;
    i_221 = i_40 * i_10;
    b_222 = i_22 == 0;
    if(b_222)
    {
      f_231 = ul_6[6];
      f_232 = f_231;
    }
    else
    {
      i_223 = i_221 + i_66;
      i_224 = i_223 + i_18;
      ul_228 = ul_2 + ((long) i_224 << 2) + 16L;
      f_229 = *((__global float *) ul_228);
      i_230 = isless(0.0F, f_229);
      if(i_230 == 1)
      {
        f_231 = ul_6[6];
        f_232 = f_231;
      }
      else
      {
        f_232 = 0.0F;
      }
    }
    ul_6[6] = f_232;
    i_233 = i_36 * i_10;
    b_234 = i_22 == 0;
    if(b_234)
    {
      f_243 = ul_6[7];
      f_244 = f_243;
    }
    else
    {
      i_235 = i_233 + i_66;
      i_236 = i_235 + i_18;
      ul_240 = ul_2 + ((long) i_236 << 2) + 16L;
      f_241 = *((__global float *) ul_240);
      i_242 = isless(0.0F, f_241);
      if(i_242 == 1)
      {
        f_243 = ul_6[7];
        f_244 = f_243;
      }
      else
      {
        f_244 = 0.0F;
      }
    }
    ul_6[7] = f_244;
    f_245 = ul_6[0];
    i_246 = i_20 + i_149;
    i_247 = i_246 + i_66;
    ul_251 = ul_3 + ((long) i_247 << 2) + 16L;
    *((__global float *) ul_251) = f_245;
    f_252 = ul_6[1];
    i_253 = i_161 + i_20;
    i_254 = i_253 + i_66;
    ul_258 = ul_3 + ((long) i_254 << 2) + 16L;
    *((__global float *) ul_258) = f_252;
    f_259 = ul_6[2];
    i_260 = i_173 + i_20;
    i_261 = i_260 + i_66;
    ul_265 = ul_3 + ((long) i_261 << 2) + 16L;
    *((__global float *) ul_265) = f_259;
    f_266 = ul_6[3];
    i_267 = i_185 + i_20;
    i_268 = i_267 + i_66;
    ul_272 = ul_3 + ((long) i_268 << 2) + 16L;
    *((__global float *) ul_272) = f_266;
    f_273 = ul_6[4];
    i_274 = i_197 + i_20;
    i_275 = i_274 + i_66;
    ul_279 = ul_3 + ((long) i_275 << 2) + 16L;
    *((__global float *) ul_279) = f_273;
    f_280 = ul_6[5];
    i_281 = i_209 + i_20;
    i_282 = i_281 + i_66;
    ul_286 = ul_3 + ((long) i_282 << 2) + 16L;
    *((__global float *) ul_286) = f_280;
    f_287 = ul_6[6];
    i_288 = i_221 + i_20;
    i_289 = i_288 + i_66;
    ul_293 = ul_3 + ((long) i_289 << 2) + 16L;
    *((__global float *) ul_293) = f_287;
    f_294 = ul_6[7];
    i_295 = i_233 + i_20;
    i_296 = i_295 + i_66;
    ul_300 = ul_3 + ((long) i_296 << 2) + 16L;
    *((__global float *) ul_300) = f_294;
  }
  return;
}
