// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxBackwardTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 ad25fadd0a7a9c97bf1625c2752b4b23378bf0259572280d27c0ef150dffb623

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxBackwardTiles(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_27, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_45,
      i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_57, i_58, i_59, i_60,
      i_61, i_62, i_63, i_64, i_65, i_66, i_67, i_68, i_69, i_70, i_71, i_72, i_73, i_74, i_83,
      i_88, i_89, i_90, i_91, i_99, i_100, i_101, i_102, i_196, i_198, i_199, i_200, i_201, i_202,
      i_311, i_312, i_313, i_314, i_315, i_317, i_324, i_325, i_326, i_422, i_464, i_465, i_466;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_97, *ul_108, *ul_115, *ul_120, *ul_127, *ul_132, *ul_139,
      *ul_144, *ul_151, *ul_156, *ul_163, *ul_168, *ul_175, *ul_180, *ul_187, *ul_192, *ul_208,
      *ul_223, *ul_236, *ul_249, *ul_262, *ul_275, *ul_288, *ul_301, *ul_332, *ul_344, *ul_356,
      *ul_368, *ul_380, *ul_392, *ul_404, *ul_416, *ul_428, *ul_433, *ul_438, *ul_443, *ul_448,
      *ul_453, *ul_458, *ul_463;
  bool b_43, b_75, b_77, b_78, b_79, b_84;
  float f_44, f_76, f_98, f_109, f_111, f_116, f_121, f_123, f_128, f_133, f_135, f_140, f_145,
      f_147, f_152, f_157, f_159, f_164, f_169, f_171, f_176, f_181, f_183, f_188, f_193, f_195,
      f_209, f_210, f_212, f_214, f_215, f_216, f_218, f_219, f_224, f_225, f_227, f_228, f_229,
      f_231, f_232, f_237, f_238, f_240, f_241, f_242, f_244, f_245, f_250, f_251, f_253, f_254,
      f_255, f_257, f_258, f_263, f_264, f_266, f_267, f_268, f_270, f_271, f_276, f_277, f_279,
      f_280, f_281, f_283, f_284, f_289, f_290, f_292, f_293, f_294, f_296, f_297, f_302, f_303,
      f_305, f_306, f_307, f_309, f_310, f_318, f_320, f_322, f_323, f_333, f_335, f_337, f_339,
      f_340, f_345, f_347, f_349, f_351, f_352, f_357, f_359, f_361, f_363, f_364, f_369, f_371,
      f_373, f_375, f_376, f_381, f_383, f_385, f_387, f_388, f_393, f_395, f_397, f_399, f_400,
      f_405, f_407, f_409, f_411, f_412, f_417, f_419, f_421, f_429, f_434, f_439, f_444, f_449,
      f_454, f_459;
  int i_11, i_41, i_42, i_80, i_81, i_82, i_85, i_86, i_87, i_110, i_122, i_134, i_146, i_158,
      i_170, i_182, i_194, i_197, i_211, i_213, i_217, i_226, i_230, i_239, i_243, i_252, i_256,
      i_265, i_269, i_278, i_282, i_291, i_295, i_304, i_308, i_316, i_319, i_321, i_334, i_336,
      i_338, i_346, i_348, i_350, i_358, i_360, i_362, i_370, i_372, i_374, i_382, i_384, i_386,
      i_394, i_396, i_398, i_406, i_408, i_410, i_418, i_420;
  ul_0 = dy;
  ul_1 = x;
  ul_2 = dx;
  __private float ul_4[8];
  __private float* ul_5 = ul_4;
  __private float ul_6[8];
  __private float* ul_7 = ul_6;
  __private float ul_8[8];
  __private float* ul_9 = ul_8;
  i_11 = SHAPE(0);
  i_27 = get_global_id(0);
  i_28 = i_27;
  if(i_28 < i_11)
  {
    i_29 = SHAPE(1);
    i_30 = SHAPE(2);
    i_31 = SHAPE(3);
    i_32 = SHAPE(4);
    i_33 = SHAPE(5);
    i_34 = SHAPE(6);
    i_35 = SHAPE(7);
    i_36 = SHAPE(8);
    i_37 = SHAPE(9);
    i_38 = SHAPE(10);
    i_39 = SHAPE(11);
    i_40 = SHAPE(12);
    i_41 = SHAPE(13);
    i_42 = SHAPE(14);
    b_43 = i_41 == 0;
    if(b_43)
    {
      f_44 = 1.0F;
    }
    else
    {
      f_44 = 0.0F;
    }
    i_45 = i_33 + 7;
    i_46 = i_45 >> 31;
    i_47 = i_46 >> 29;
    i_48 = i_47 + i_45;
    i_49 = i_48 >> 3;
    i_50 = i_28 / i_49;
    i_51 = i_50 / i_29;
    i_52 = i_51 % i_37;
    i_53 = i_35 + -1;
    i_54 = min((INDEX) i_52, (INDEX) i_53);
    i_55 = i_29 * i_37;
    i_56 = i_50 / i_55;
    i_57 = i_56 * i_35;
    i_58 = i_54 + i_57;
    i_59 = i_58 * i_36;
    i_60 = i_34 * i_52;
    i_61 = i_31 * i_56;
    i_62 = i_60 + i_61;
    i_63 = i_62 * i_32;
    i_64 = i_36 + -1;
    i_65 = i_28 % i_49;
    i_66 = i_65 << 3;
    i_67 = i_33 + -8;
    i_68 = min((INDEX) i_66, (INDEX) i_67);
    i_69 = max((INDEX) i_68, (INDEX) 0);
    i_70 = i_50 % i_29;
    i_71 = i_30 * i_70;
    i_72 = 0;
    for(;i_72 < i_30;)
    {
      i_73 = i_71 + i_72;
      i_74 = min((INDEX) i_73, (INDEX) i_64);
      b_75 = i_42 == 1;
      if(b_75)
      {
        f_76 = 1.0F;
      }
      else
      {
        b_77 = i_73 == i_74;
        if(b_77)
        {
          b_78 = i_54 == i_52;
          if(b_78)
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
      }
      b_79 = i_42 == 1;
      if(b_79)
      {
        i_80 = i_34;
      }
      else
      {
        i_81 = i_31 - i_60;
        i_82 = min((INDEX) i_34, (INDEX) i_81);
        i_80 = i_82;
      }
      i_83 = i_73 * i_34;
      b_84 = i_42 == 1;
      if(b_84)
      {
        i_85 = i_34;
      }
      else
      {
        i_86 = i_32 - i_83;
        i_87 = min((INDEX) i_34, (INDEX) i_86);
        i_85 = i_87;
      }
      i_88 = i_63 + i_83;
      i_89 = i_88 * i_33;
      i_90 = i_69 + i_89;
      i_91 = i_90 + i_39;
      ul_97 = ul_1 + ((long) i_91 << 2) + 16L;
      f_98 = *((__global float *) ul_97);
      ul_5[0] = f_98;
      ul_7[0] = 0.0F;
      i_99 = i_59 + i_74;
      i_100 = i_99 * i_33;
      i_101 = i_100 + i_38;
      i_102 = i_101 + i_69;
      ul_108 = ul_0 + ((long) i_102 << 2) + 16L;
      f_109 = *((__global float *) ul_108);
      i_110 = isless(0.0F, f_76);
      if(i_110 == 1)
      {
        f_111 = f_109;
      }
      else
      {
        f_111 = 0.0F;
      }
      ul_9[0] = f_111;
      ul_115 = ul_1 + ((long) i_91 << 2) + 20L;
      f_116 = *((__global float *) ul_115);
      ul_5[1] = f_116;
      ul_7[1] = 0.0F;
      ul_120 = ul_0 + ((long) i_102 << 2) + 20L;
      f_121 = *((__global float *) ul_120);
      i_122 = isless(0.0F, f_76);
      if(i_122 == 1)
      {
        f_123 = f_121;
      }
      else
      {
        f_123 = 0.0F;
      }
      ul_9[1] = f_123;
      ul_127 = ul_1 + ((long) i_91 << 2) + 24L;
      f_128 = *((__global float *) ul_127);
      ul_5[2] = f_128;
      ul_7[2] = 0.0F;
      ul_132 = ul_0 + ((long) i_102 << 2) + 24L;
      f_133 = *((__global float *) ul_132);
      i_134 = isless(0.0F, f_76);
      if(i_134 == 1)
      {
        f_135 = f_133;
      }
      else
      {
        f_135 = 0.0F;
      }
      ul_9[2] = f_135;
      ul_139 = ul_1 + ((long) i_91 << 2) + 28L;
      f_140 = *((__global float *) ul_139);
      ul_5[3] = f_140;
      ul_7[3] = 0.0F;
      ul_144 = ul_0 + ((long) i_102 << 2) + 28L;
      f_145 = *((__global float *) ul_144);
      i_146 = isless(0.0F, f_76);
      if(i_146 == 1)
      {
        f_147 = f_145;
      }
      else
      {
        f_147 = 0.0F;
      }
      ul_9[3] = f_147;
      ul_151 = ul_1 + ((long) i_91 << 2) + 32L;
      f_152 = *((__global float *) ul_151);
      ul_5[4] = f_152;
      ul_7[4] = 0.0F;
      ul_156 = ul_0 + ((long) i_102 << 2) + 32L;
      f_157 = *((__global float *) ul_156);
      i_158 = isless(0.0F, f_76);
      if(i_158 == 1)
      {
        f_159 = f_157;
      }
      else
      {
        f_159 = 0.0F;
      }
      ul_9[4] = f_159;
      ul_163 = ul_1 + ((long) i_91 << 2) + 36L;
      f_164 = *((__global float *) ul_163);
      ul_5[5] = f_164;
      ul_7[5] = 0.0F;
      ul_168 = ul_0 + ((long) i_102 << 2) + 36L;
      f_169 = *((__global float *) ul_168);
      i_170 = isless(0.0F, f_76);
      if(i_170 == 1)
      {
        f_171 = f_169;
      }
      else
      {
        f_171 = 0.0F;
      }
      ul_9[5] = f_171;
      ul_175 = ul_1 + ((long) i_91 << 2) + 40L;
      f_176 = *((__global float *) ul_175);
      ul_5[6] = f_176;
      ul_7[6] = 0.0F;
      ul_180 = ul_0 + ((long) i_102 << 2) + 40L;
      f_181 = *((__global float *) ul_180);
      i_182 = isless(0.0F, f_76);
      if(i_182 == 1)
      {
        f_183 = f_181;
      }
      else
      {
        f_183 = 0.0F;
      }
      ul_9[6] = f_183;
      ul_187 = ul_1 + ((long) i_91 << 2) + 44L;
      f_188 = *((__global float *) ul_187);
      ul_5[7] = f_188;
      ul_7[7] = 0.0F;
      ul_192 = ul_0 + ((long) i_102 << 2) + 44L;
      f_193 = *((__global float *) ul_192);
      i_194 = isless(0.0F, f_76);
      if(i_194 == 1)
      {
        f_195 = f_193;
      }
      else
      {
        f_195 = 0.0F;
      }
      ul_9[7] = f_195;
      i_196 = 0;
      for(;i_196 < i_80;)
      {
        i_197 = i_196 * i_34;
        i_198 = i_196 * i_32;
        i_199 = 0;
        for(;i_199 < i_85;)
        {
          i_200 = i_198 + i_199;
          i_201 = i_200 * i_33;
          i_202 = i_201 + i_91;
          ul_208 = ul_1 + ((long) i_202 << 2) + 16L;
          f_209 = *((__global float *) ul_208);
          f_210 = ul_5[0];
          i_211 = i_197 + i_199;
          f_212 = (float) i_211;
          i_213 = isless(f_210, f_209);
          if(i_213 == 1)
          {
            f_214 = f_212;
          }
          else
          {
            f_215 = ul_7[0];
            f_214 = f_215;
          }
          ul_7[0] = f_214;
          f_216 = ul_5[0];
          i_217 = isless(f_216, f_209);
          if(i_217 == 1)
          {
            f_218 = f_209;
          }
          else
          {
            f_219 = ul_5[0];
            f_218 = f_219;
          }
          ul_5[0] = f_218;
          ul_223 = ul_1 + ((long) i_202 << 2) + 20L;
          f_224 = *((__global float *) ul_223);
          f_225 = ul_5[1];
          i_226 = isless(f_225, f_224);
          if(i_226 == 1)
          {
            f_227 = f_212;
          }
          else
          {
            f_228 = ul_7[1];
            f_227 = f_228;
          }
          ul_7[1] = f_227;
          f_229 = ul_5[1];
          i_230 = isless(f_229, f_224);
          if(i_230 == 1)
          {
            f_231 = f_224;
          }
          else
          {
            f_232 = ul_5[1];
            f_231 = f_232;
          }
          ul_5[1] = f_231;
          ul_236 = ul_1 + ((long) i_202 << 2) + 24L;
          f_237 = *((__global float *) ul_236);
          f_238 = ul_5[2];
          i_239 = isless(f_238, f_237);
          if(i_239 == 1)
          {
            f_240 = f_212;
          }
          else
          {
            f_241 = ul_7[2];
            f_240 = f_241;
          }
          ul_7[2] = f_240;
          f_242 = ul_5[2];
          i_243 = isless(f_242, f_237);
          if(i_243 == 1)
          {
            f_244 = f_237;
          }
          else
          {
            f_245 = ul_5[2];
            f_244 = f_245;
          }
          ul_5[2] = f_244;
          ul_249 = ul_1 + ((long) i_202 << 2) + 28L;
          f_250 = *((__global float *) ul_249);
          f_251 = ul_5[3];
          i_252 = isless(f_251, f_250);
          if(i_252 == 1)
          {
            f_253 = f_212;
          }
          else
          {
            f_254 = ul_7[3];
            f_253 = f_254;
          }
          ul_7[3] = f_253;
          f_255 = ul_5[3];
          i_256 = isless(f_255, f_250);
          if(i_256 == 1)
          {
            f_257 = f_250;
          }
          else
          {
            f_258 = ul_5[3];
            f_257 = f_258;
          }
          ul_5[3] = f_257;
          ul_262 = ul_1 + ((long) i_202 << 2) + 32L;
          f_263 = *((__global float *) ul_262);
          f_264 = ul_5[4];
          i_265 = isless(f_264, f_263);
          if(i_265 == 1)
          {
            f_266 = f_212;
          }
          else
          {
            f_267 = ul_7[4];
            f_266 = f_267;
          }
          ul_7[4] = f_266;
          f_268 = ul_5[4];
          i_269 = isless(f_268, f_263);
          if(i_269 == 1)
          {
            f_270 = f_263;
          }
          else
          {
            f_271 = ul_5[4];
            f_270 = f_271;
          }
          ul_5[4] = f_270;
          ul_275 = ul_1 + ((long) i_202 << 2) + 36L;
          f_276 = *((__global float *) ul_275);
          f_277 = ul_5[5];
          i_278 = isless(f_277, f_276);
          if(i_278 == 1)
          {
            f_279 = f_212;
          }
          else
          {
            f_280 = ul_7[5];
            f_279 = f_280;
          }
          ul_7[5] = f_279;
          f_281 = ul_5[5];
          i_282 = isless(f_281, f_276);
          if(i_282 == 1)
          {
            f_283 = f_276;
          }
          else
          {
            f_284 = ul_5[5];
            f_283 = f_284;
          }
          ul_5[5] = f_283;
          ul_288 = ul_1 + ((long) i_202 << 2) + 40L;
          f_289 = *((__global float *) ul_288);
          f_290 = ul_5[6];
          i_291 = isless(f_290, f_289);
          if(i_291 == 1)
          {
            f_292 = f_212;
          }
          else
          {
            f_293 = ul_7[6];
            f_292 = f_293;
          }
          ul_7[6] = f_292;
          f_294 = ul_5[6];
          i_295 = isless(f_294, f_289);
          if(i_295 == 1)
          {
            f_296 = f_289;
          }
          else
          {
            f_297 = ul_5[6];
            f_296 = f_297;
          }
          ul_5[6] = f_296;
          ul_301 = ul_1 + ((long) i_202 << 2) + 44L;
          f_302 = *((__global float *) ul_301);
          f_303 = ul_5[7];
          i_304 = isless(f_303, f_302);
          if(i_304 == 1)
          {
            f_305 = f_212;
          }
          else
          {
            f_306 = ul_7[7];
            f_305 = f_306;
          }
          ul_7[7] = f_305;
          f_307 = ul_5[7];
          i_308 = isless(f_307, f_302);
          if(i_308 == 1)
          {
            f_309 = f_302;
          }
          else
          {
            f_310 = ul_5[7];
            f_309 = f_310;
          }
          ul_5[7] = f_309;
          i_311 = i_199 + 1;
          i_199 = i_311;
        }
        i_312 = i_196 + 1;
        i_196 = i_312;
      }
      i_313 = i_40 + i_90;
      i_314 = 0;
      for(;i_314 < i_80;)
      {
        i_315 = i_314 * i_32;
        i_316 = i_314 * i_34;
        i_317 = 0;
        for(;i_317 < i_85;)
        {
          f_318 = ul_7[0];
          i_319 = i_316 + i_317;
          f_320 = (float) i_319;
          i_321 = isequal(f_318, f_320);
          if(i_321 == 1)
          {
            f_322 = ul_9[0];
            f_323 = f_322;
          }
          else
          {
            f_323 = 0.0F;
          }
          i_324 = i_315 + i_317;
          i_325 = i_324 * i_33;
          i_326 = i_325 + i_91;
          ul_332 = ul_1 + ((long) i_326 << 2) + 16L;
          f_333 = *((__global float *) ul_332);
          i_334 = isless(0.0F, f_333);
          if(i_334 == 1)
          {
            f_335 = f_323;
          }
          else
          {
            i_336 = isless(0.0F, f_44);
            if(i_336 == 1)
            {
              f_335 = f_323;
            }
            else
            {
              f_335 = 0.0F;
            }
          }
          ul_5[0] = f_335;
          f_337 = ul_7[1];
          i_338 = isequal(f_320, f_337);
          if(i_338 == 1)
          {
            f_339 = ul_9[1];
            f_340 = f_339;
          }
          else
          {
            f_340 = 0.0F;
          }
          ul_344 = ul_1 + ((long) i_326 << 2) + 20L;
          f_345 = *((__global float *) ul_344);
          i_346 = isless(0.0F, f_345);
          if(i_346 == 1)
          {
            f_347 = f_340;
          }
          else
          {
            i_348 = isless(0.0F, f_44);
            if(i_348 == 1)
            {
              f_347 = f_340;
            }
            else
            {
              f_347 = 0.0F;
            }
          }
          ul_5[1] = f_347;
          f_349 = ul_7[2];
          i_350 = isequal(f_320, f_349);
          if(i_350 == 1)
          {
            f_351 = ul_9[2];
            f_352 = f_351;
          }
          else
          {
            f_352 = 0.0F;
          }
          ul_356 = ul_1 + ((long) i_326 << 2) + 24L;
          f_357 = *((__global float *) ul_356);
          i_358 = isless(0.0F, f_357);
          if(i_358 == 1)
          {
            f_359 = f_352;
          }
          else
          {
            i_360 = isless(0.0F, f_44);
            if(i_360 == 1)
            {
              f_359 = f_352;
            }
            else
            {
              f_359 = 0.0F;
            }
          }
          ul_5[2] = f_359;
          f_361 = ul_7[3];
          i_362 = isequal(f_320, f_361);
          if(i_362 == 1)
          {
            f_363 = ul_9[3];
            f_364 = f_363;
          }
          else
          {
            f_364 = 0.0F;
          }
          ul_368 = ul_1 + ((long) i_326 << 2) + 28L;
          f_369 = *((__global float *) ul_368);
          i_370 = isless(0.0F, f_369);
          if(i_370 == 1)
          {
            f_371 = f_364;
          }
          else
          {
            i_372 = isless(0.0F, f_44);
            if(i_372 == 1)
            {
              f_371 = f_364;
            }
            else
            {
              f_371 = 0.0F;
            }
          }
          ul_5[3] = f_371;
          f_373 = ul_7[4];
          i_374 = isequal(f_320, f_373);
          if(i_374 == 1)
          {
            f_375 = ul_9[4];
            f_376 = f_375;
          }
          else
          {
            f_376 = 0.0F;
          }
          ul_380 = ul_1 + ((long) i_326 << 2) + 32L;
          f_381 = *((__global float *) ul_380);
          i_382 = isless(0.0F, f_381);
          if(i_382 == 1)
          {
            f_383 = f_376;
          }
          else
          {
            i_384 = isless(0.0F, f_44);
            if(i_384 == 1)
            {
              f_383 = f_376;
            }
            else
            {
              f_383 = 0.0F;
            }
          }
          ul_5[4] = f_383;
          f_385 = ul_7[5];
          i_386 = isequal(f_320, f_385);
          if(i_386 == 1)
          {
            f_387 = ul_9[5];
            f_388 = f_387;
          }
          else
          {
            f_388 = 0.0F;
          }
          ul_392 = ul_1 + ((long) i_326 << 2) + 36L;
          f_393 = *((__global float *) ul_392);
          i_394 = isless(0.0F, f_393);
          if(i_394 == 1)
          {
            f_395 = f_388;
          }
          else
          {
            i_396 = isless(0.0F, f_44);
            if(i_396 == 1)
            {
              f_395 = f_388;
            }
            else
            {
              f_395 = 0.0F;
            }
          }
          ul_5[5] = f_395;
          f_397 = ul_7[6];
          i_398 = isequal(f_320, f_397);
          if(i_398 == 1)
          {
            f_399 = ul_9[6];
            f_400 = f_399;
          }
          else
          {
            f_400 = 0.0F;
          }
          ul_404 = ul_1 + ((long) i_326 << 2) + 40L;
          f_405 = *((__global float *) ul_404);
          i_406 = isless(0.0F, f_405);
          if(i_406 == 1)
          {
            f_407 = f_400;
          }
          else
          {
            i_408 = isless(0.0F, f_44);
            if(i_408 == 1)
            {
              f_407 = f_400;
            }
            else
            {
              f_407 = 0.0F;
            }
          }
          ul_5[6] = f_407;
          f_409 = ul_7[7];
          i_410 = isequal(f_320, f_409);
          if(i_410 == 1)
          {
            f_411 = ul_9[7];
            f_412 = f_411;
          }
          else
          {
            f_412 = 0.0F;
          }
          ul_416 = ul_1 + ((long) i_326 << 2) + 44L;
          f_417 = *((__global float *) ul_416);
          i_418 = isless(0.0F, f_417);
          if(i_418 == 1)
          {
            f_419 = f_412;
          }
          else
          {
            i_420 = isless(0.0F, f_44);
            if(i_420 == 1)
            {
              f_419 = f_412;
            }
            else
            {
              f_419 = 0.0F;
            }
          }
          ul_5[7] = f_419;
          f_421 = ul_5[0];
          i_422 = i_313 + i_325;
          ul_428 = ul_2 + ((long) i_422 << 2) + 16L;
          *((__global float *) ul_428) = f_421;
          f_429 = ul_5[1];
          ul_433 = ul_2 + ((long) i_422 << 2) + 20L;
          *((__global float *) ul_433) = f_429;
          f_434 = ul_5[2];
          ul_438 = ul_2 + ((long) i_422 << 2) + 24L;
          *((__global float *) ul_438) = f_434;
          f_439 = ul_5[3];
          ul_443 = ul_2 + ((long) i_422 << 2) + 28L;
          *((__global float *) ul_443) = f_439;
          f_444 = ul_5[4];
          ul_448 = ul_2 + ((long) i_422 << 2) + 32L;
          *((__global float *) ul_448) = f_444;
          f_449 = ul_5[5];
          ul_453 = ul_2 + ((long) i_422 << 2) + 36L;
          *((__global float *) ul_453) = f_449;
          f_454 = ul_5[6];
          ul_458 = ul_2 + ((long) i_422 << 2) + 40L;
          *((__global float *) ul_458) = f_454;
          f_459 = ul_5[7];
          ul_463 = ul_2 + ((long) i_422 << 2) + 44L;
          *((__global float *) ul_463) = f_459;
          i_464 = i_317 + 1;
          i_317 = i_464;
        }
        i_465 = i_314 + 1;
        i_314 = i_465;
      }
      i_466 = i_72 + 1;
      i_72 = i_466;
    }
  }
  return;
}
