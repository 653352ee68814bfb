// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxBackwardTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 03cb423dc116eaeb93c59b95354050268eca20eca512fb03151a231ce6f4e324

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
      i_88, i_89, i_90, i_91, i_97, i_98, i_99, i_100, i_206, i_208, i_209, i_210, i_211, i_212,
      i_326, i_327, i_328, i_329, i_331, i_338, i_339, i_340, i_341, i_442, i_489, i_490, i_491;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_95, *ul_104, *ul_112, *ul_118, *ul_126, *ul_132, *ul_140,
      *ul_146, *ul_154, *ul_160, *ul_168, *ul_174, *ul_182, *ul_188, *ul_196, *ul_202, *ul_216,
      *ul_232, *ul_246, *ul_260, *ul_274, *ul_288, *ul_302, *ul_316, *ul_345, *ul_358, *ul_371,
      *ul_384, *ul_397, *ul_410, *ul_423, *ul_436, *ul_446, *ul_452, *ul_458, *ul_464, *ul_470,
      *ul_476, *ul_482, *ul_488;
  bool b_43, b_75, b_77, b_78, b_79, b_84;
  float f_44, f_76, f_96, f_105, f_107, f_113, f_119, f_121, f_127, f_133, f_135, f_141, f_147,
      f_149, f_155, f_161, f_163, f_169, f_175, f_177, f_183, f_189, f_191, f_197, f_203, f_205,
      f_217, f_218, f_220, f_222, f_223, f_224, f_226, f_227, f_233, f_234, f_236, f_237, f_238,
      f_240, f_241, f_247, f_248, f_250, f_251, f_252, f_254, f_255, f_261, f_262, f_264, f_265,
      f_266, f_268, f_269, f_275, f_276, f_278, f_279, f_280, f_282, f_283, f_289, f_290, f_292,
      f_293, f_294, f_296, f_297, f_303, f_304, f_306, f_307, f_308, f_310, f_311, f_317, f_318,
      f_320, f_321, f_322, f_324, f_325, f_332, f_334, f_336, f_337, f_346, f_348, f_350, f_352,
      f_353, f_359, f_361, f_363, f_365, f_366, f_372, f_374, f_376, f_378, f_379, f_385, f_387,
      f_389, f_391, f_392, f_398, f_400, f_402, f_404, f_405, f_411, f_413, f_415, f_417, f_418,
      f_424, f_426, f_428, f_430, f_431, f_437, f_439, f_441, f_447, f_453, f_459, f_465, f_471,
      f_477, f_483;
  int i_11, i_41, i_42, i_80, i_81, i_82, i_85, i_86, i_87, i_106, i_120, i_134, i_148, i_162,
      i_176, i_190, i_204, i_207, i_219, i_221, i_225, i_235, i_239, i_249, i_253, i_263, i_267,
      i_277, i_281, i_291, i_295, i_305, i_309, i_319, i_323, i_330, i_333, i_335, i_347, i_349,
      i_351, i_360, i_362, i_364, i_373, i_375, i_377, i_386, i_388, i_390, i_399, i_401, i_403,
      i_412, i_414, i_416, i_425, i_427, i_429, i_438, i_440;
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
      ul_95 = ul_1 + ((long) i_91 << 2) + 16L;
      f_96 = *((__global float *) ul_95);
      ul_5[0] = f_96;
      ul_7[0] = 0.0F;
      i_97 = i_59 + i_74;
      i_98 = i_97 * i_33;
      i_99 = i_98 + i_38;
      i_100 = i_99 + i_69;
      ul_104 = ul_0 + ((long) i_100 << 2) + 16L;
      f_105 = *((__global float *) ul_104);
      i_106 = isless(0.0F, f_76);
      if(i_106 == 1)
      {
        f_107 = f_105;
      }
      else
      {
        f_107 = 0.0F;
      }
      ul_9[0] = f_107;
      ul_112 = ul_1 + ((long) i_91 << 2) + 20L;
      f_113 = *((__global float *) ul_112);
      ul_5[1] = f_113;
      ul_7[1] = 0.0F;
      ul_118 = ul_0 + ((long) i_100 << 2) + 20L;
      f_119 = *((__global float *) ul_118);
      i_120 = isless(0.0F, f_76);
      if(i_120 == 1)
      {
        f_121 = f_119;
      }
      else
      {
        f_121 = 0.0F;
      }
      ul_9[1] = f_121;
      ul_126 = ul_1 + ((long) i_91 << 2) + 24L;
      f_127 = *((__global float *) ul_126);
      ul_5[2] = f_127;
      ul_7[2] = 0.0F;
      ul_132 = ul_0 + ((long) i_100 << 2) + 24L;
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
      ul_140 = ul_1 + ((long) i_91 << 2) + 28L;
      f_141 = *((__global float *) ul_140);
      ul_5[3] = f_141;
      ul_7[3] = 0.0F;
      ul_146 = ul_0 + ((long) i_100 << 2) + 28L;
      f_147 = *((__global float *) ul_146);
      i_148 = isless(0.0F, f_76);
      if(i_148 == 1)
      {
        f_149 = f_147;
      }
      else
      {
        f_149 = 0.0F;
      }
      ul_9[3] = f_149;
      ul_154 = ul_1 + ((long) i_91 << 2) + 32L;
      f_155 = *((__global float *) ul_154);
      ul_5[4] = f_155;
      ul_7[4] = 0.0F;
      ul_160 = ul_0 + ((long) i_100 << 2) + 32L;
      f_161 = *((__global float *) ul_160);
      i_162 = isless(0.0F, f_76);
      if(i_162 == 1)
      {
        f_163 = f_161;
      }
      else
      {
        f_163 = 0.0F;
      }
      ul_9[4] = f_163;
      ul_168 = ul_1 + ((long) i_91 << 2) + 36L;
      f_169 = *((__global float *) ul_168);
      ul_5[5] = f_169;
      ul_7[5] = 0.0F;
      ul_174 = ul_0 + ((long) i_100 << 2) + 36L;
      f_175 = *((__global float *) ul_174);
      i_176 = isless(0.0F, f_76);
      if(i_176 == 1)
      {
        f_177 = f_175;
      }
      else
      {
        f_177 = 0.0F;
      }
      ul_9[5] = f_177;
      ul_182 = ul_1 + ((long) i_91 << 2) + 40L;
      f_183 = *((__global float *) ul_182);
      ul_5[6] = f_183;
      ul_7[6] = 0.0F;
      ul_188 = ul_0 + ((long) i_100 << 2) + 40L;
      f_189 = *((__global float *) ul_188);
      i_190 = isless(0.0F, f_76);
      if(i_190 == 1)
      {
        f_191 = f_189;
      }
      else
      {
        f_191 = 0.0F;
      }
      ul_9[6] = f_191;
      ul_196 = ul_1 + ((long) i_91 << 2) + 44L;
      f_197 = *((__global float *) ul_196);
      ul_5[7] = f_197;
      ul_7[7] = 0.0F;
      ul_202 = ul_0 + ((long) i_100 << 2) + 44L;
      f_203 = *((__global float *) ul_202);
      i_204 = isless(0.0F, f_76);
      if(i_204 == 1)
      {
        f_205 = f_203;
      }
      else
      {
        f_205 = 0.0F;
      }
      ul_9[7] = f_205;
      i_206 = 0;
      for(;i_206 < i_80;)
      {
        i_207 = i_206 * i_34;
        i_208 = i_206 * i_32;
        i_209 = 0;
        for(;i_209 < i_85;)
        {
          i_210 = i_208 + i_209;
          i_211 = i_210 * i_33;
          i_212 = i_211 + i_91;
          ul_216 = ul_1 + ((long) i_212 << 2) + 16L;
          f_217 = *((__global float *) ul_216);
          f_218 = ul_5[0];
          i_219 = i_207 + i_209;
          f_220 = (float) i_219;
          i_221 = isless(f_218, f_217);
          if(i_221 == 1)
          {
            f_222 = f_220;
          }
          else
          {
            f_223 = ul_7[0];
            f_222 = f_223;
          }
          ul_7[0] = f_222;
          f_224 = ul_5[0];
          i_225 = isless(f_224, f_217);
          if(i_225 == 1)
          {
            f_226 = f_217;
          }
          else
          {
            f_227 = ul_5[0];
            f_226 = f_227;
          }
          ul_5[0] = f_226;
          ul_232 = ul_1 + ((long) i_212 << 2) + 20L;
          f_233 = *((__global float *) ul_232);
          f_234 = ul_5[1];
          i_235 = isless(f_234, f_233);
          if(i_235 == 1)
          {
            f_236 = f_220;
          }
          else
          {
            f_237 = ul_7[1];
            f_236 = f_237;
          }
          ul_7[1] = f_236;
          f_238 = ul_5[1];
          i_239 = isless(f_238, f_233);
          if(i_239 == 1)
          {
            f_240 = f_233;
          }
          else
          {
            f_241 = ul_5[1];
            f_240 = f_241;
          }
          ul_5[1] = f_240;
          ul_246 = ul_1 + ((long) i_212 << 2) + 24L;
          f_247 = *((__global float *) ul_246);
          f_248 = ul_5[2];
          i_249 = isless(f_248, f_247);
          if(i_249 == 1)
          {
            f_250 = f_220;
          }
          else
          {
            f_251 = ul_7[2];
            f_250 = f_251;
          }
          ul_7[2] = f_250;
          f_252 = ul_5[2];
          i_253 = isless(f_252, f_247);
          if(i_253 == 1)
          {
            f_254 = f_247;
          }
          else
          {
            f_255 = ul_5[2];
            f_254 = f_255;
          }
          ul_5[2] = f_254;
          ul_260 = ul_1 + ((long) i_212 << 2) + 28L;
          f_261 = *((__global float *) ul_260);
          f_262 = ul_5[3];
          i_263 = isless(f_262, f_261);
          if(i_263 == 1)
          {
            f_264 = f_220;
          }
          else
          {
            f_265 = ul_7[3];
            f_264 = f_265;
          }
          ul_7[3] = f_264;
          f_266 = ul_5[3];
          i_267 = isless(f_266, f_261);
          if(i_267 == 1)
          {
            f_268 = f_261;
          }
          else
          {
            f_269 = ul_5[3];
            f_268 = f_269;
          }
          ul_5[3] = f_268;
          ul_274 = ul_1 + ((long) i_212 << 2) + 32L;
          f_275 = *((__global float *) ul_274);
          f_276 = ul_5[4];
          i_277 = isless(f_276, f_275);
          if(i_277 == 1)
          {
            f_278 = f_220;
          }
          else
          {
            f_279 = ul_7[4];
            f_278 = f_279;
          }
          ul_7[4] = f_278;
          f_280 = ul_5[4];
          i_281 = isless(f_280, f_275);
          if(i_281 == 1)
          {
            f_282 = f_275;
          }
          else
          {
            f_283 = ul_5[4];
            f_282 = f_283;
          }
          ul_5[4] = f_282;
          ul_288 = ul_1 + ((long) i_212 << 2) + 36L;
          f_289 = *((__global float *) ul_288);
          f_290 = ul_5[5];
          i_291 = isless(f_290, f_289);
          if(i_291 == 1)
          {
            f_292 = f_220;
          }
          else
          {
            f_293 = ul_7[5];
            f_292 = f_293;
          }
          ul_7[5] = f_292;
          f_294 = ul_5[5];
          i_295 = isless(f_294, f_289);
          if(i_295 == 1)
          {
            f_296 = f_289;
          }
          else
          {
            f_297 = ul_5[5];
            f_296 = f_297;
          }
          ul_5[5] = f_296;
          ul_302 = ul_1 + ((long) i_212 << 2) + 40L;
          f_303 = *((__global float *) ul_302);
          f_304 = ul_5[6];
          i_305 = isless(f_304, f_303);
          if(i_305 == 1)
          {
            f_306 = f_220;
          }
          else
          {
            f_307 = ul_7[6];
            f_306 = f_307;
          }
          ul_7[6] = f_306;
          f_308 = ul_5[6];
          i_309 = isless(f_308, f_303);
          if(i_309 == 1)
          {
            f_310 = f_303;
          }
          else
          {
            f_311 = ul_5[6];
            f_310 = f_311;
          }
          ul_5[6] = f_310;
          ul_316 = ul_1 + ((long) i_212 << 2) + 44L;
          f_317 = *((__global float *) ul_316);
          f_318 = ul_5[7];
          i_319 = isless(f_318, f_317);
          if(i_319 == 1)
          {
            f_320 = f_220;
          }
          else
          {
            f_321 = ul_7[7];
            f_320 = f_321;
          }
          ul_7[7] = f_320;
          f_322 = ul_5[7];
          i_323 = isless(f_322, f_317);
          if(i_323 == 1)
          {
            f_324 = f_317;
          }
          else
          {
            f_325 = ul_5[7];
            f_324 = f_325;
          }
          ul_5[7] = f_324;
          i_326 = i_209 + 1;
          i_209 = i_326;
        }
        i_327 = i_206 + 1;
        i_206 = i_327;
      }
      i_328 = 0;
      for(;i_328 < i_80;)
      {
        i_329 = i_328 * i_32;
        i_330 = i_328 * i_34;
        i_331 = 0;
        for(;i_331 < i_85;)
        {
          f_332 = ul_7[0];
          i_333 = i_330 + i_331;
          f_334 = (float) i_333;
          i_335 = isequal(f_332, f_334);
          if(i_335 == 1)
          {
            f_336 = ul_9[0];
            f_337 = f_336;
          }
          else
          {
            f_337 = 0.0F;
          }
          i_338 = i_329 + i_331;
          i_339 = i_338 * i_33;
          i_340 = i_339 + i_90;
          i_341 = i_340 + i_39;
          ul_345 = ul_1 + ((long) i_341 << 2) + 16L;
          f_346 = *((__global float *) ul_345);
          i_347 = isless(0.0F, f_346);
          if(i_347 == 1)
          {
            f_348 = f_337;
          }
          else
          {
            i_349 = isless(0.0F, f_44);
            if(i_349 == 1)
            {
              f_348 = f_337;
            }
            else
            {
              f_348 = 0.0F;
            }
          }
          ul_5[0] = f_348;
          f_350 = ul_7[1];
          i_351 = isequal(f_334, f_350);
          if(i_351 == 1)
          {
            f_352 = ul_9[1];
            f_353 = f_352;
          }
          else
          {
            f_353 = 0.0F;
          }
          ul_358 = ul_1 + ((long) i_341 << 2) + 20L;
          f_359 = *((__global float *) ul_358);
          i_360 = isless(0.0F, f_359);
          if(i_360 == 1)
          {
            f_361 = f_353;
          }
          else
          {
            i_362 = isless(0.0F, f_44);
            if(i_362 == 1)
            {
              f_361 = f_353;
            }
            else
            {
              f_361 = 0.0F;
            }
          }
          ul_5[1] = f_361;
          f_363 = ul_7[2];
          i_364 = isequal(f_334, f_363);
          if(i_364 == 1)
          {
            f_365 = ul_9[2];
            f_366 = f_365;
          }
          else
          {
            f_366 = 0.0F;
          }
          ul_371 = ul_1 + ((long) i_341 << 2) + 24L;
          f_372 = *((__global float *) ul_371);
          i_373 = isless(0.0F, f_372);
          if(i_373 == 1)
          {
            f_374 = f_366;
          }
          else
          {
            i_375 = isless(0.0F, f_44);
            if(i_375 == 1)
            {
              f_374 = f_366;
            }
            else
            {
              f_374 = 0.0F;
            }
          }
          ul_5[2] = f_374;
          f_376 = ul_7[3];
          i_377 = isequal(f_334, f_376);
          if(i_377 == 1)
          {
            f_378 = ul_9[3];
            f_379 = f_378;
          }
          else
          {
            f_379 = 0.0F;
          }
          ul_384 = ul_1 + ((long) i_341 << 2) + 28L;
          f_385 = *((__global float *) ul_384);
          i_386 = isless(0.0F, f_385);
          if(i_386 == 1)
          {
            f_387 = f_379;
          }
          else
          {
            i_388 = isless(0.0F, f_44);
            if(i_388 == 1)
            {
              f_387 = f_379;
            }
            else
            {
              f_387 = 0.0F;
            }
          }
          ul_5[3] = f_387;
          f_389 = ul_7[4];
          i_390 = isequal(f_334, f_389);
          if(i_390 == 1)
          {
            f_391 = ul_9[4];
            f_392 = f_391;
          }
          else
          {
            f_392 = 0.0F;
          }
          ul_397 = ul_1 + ((long) i_341 << 2) + 32L;
          f_398 = *((__global float *) ul_397);
          i_399 = isless(0.0F, f_398);
          if(i_399 == 1)
          {
            f_400 = f_392;
          }
          else
          {
            i_401 = isless(0.0F, f_44);
            if(i_401 == 1)
            {
              f_400 = f_392;
            }
            else
            {
              f_400 = 0.0F;
            }
          }
          ul_5[4] = f_400;
          f_402 = ul_7[5];
          i_403 = isequal(f_334, f_402);
          if(i_403 == 1)
          {
            f_404 = ul_9[5];
            f_405 = f_404;
          }
          else
          {
            f_405 = 0.0F;
          }
          ul_410 = ul_1 + ((long) i_341 << 2) + 36L;
          f_411 = *((__global float *) ul_410);
          i_412 = isless(0.0F, f_411);
          if(i_412 == 1)
          {
            f_413 = f_405;
          }
          else
          {
            i_414 = isless(0.0F, f_44);
            if(i_414 == 1)
            {
              f_413 = f_405;
            }
            else
            {
              f_413 = 0.0F;
            }
          }
          ul_5[5] = f_413;
          f_415 = ul_7[6];
          i_416 = isequal(f_334, f_415);
          if(i_416 == 1)
          {
            f_417 = ul_9[6];
            f_418 = f_417;
          }
          else
          {
            f_418 = 0.0F;
          }
          ul_423 = ul_1 + ((long) i_341 << 2) + 40L;
          f_424 = *((__global float *) ul_423);
          i_425 = isless(0.0F, f_424);
          if(i_425 == 1)
          {
            f_426 = f_418;
          }
          else
          {
            i_427 = isless(0.0F, f_44);
            if(i_427 == 1)
            {
              f_426 = f_418;
            }
            else
            {
              f_426 = 0.0F;
            }
          }
          ul_5[6] = f_426;
          f_428 = ul_7[7];
          i_429 = isequal(f_334, f_428);
          if(i_429 == 1)
          {
            f_430 = ul_9[7];
            f_431 = f_430;
          }
          else
          {
            f_431 = 0.0F;
          }
          ul_436 = ul_1 + ((long) i_341 << 2) + 44L;
          f_437 = *((__global float *) ul_436);
          i_438 = isless(0.0F, f_437);
          if(i_438 == 1)
          {
            f_439 = f_431;
          }
          else
          {
            i_440 = isless(0.0F, f_44);
            if(i_440 == 1)
            {
              f_439 = f_431;
            }
            else
            {
              f_439 = 0.0F;
            }
          }
          ul_5[7] = f_439;
          f_441 = ul_5[0];
          i_442 = i_40 + i_340;
          ul_446 = ul_2 + ((long) i_442 << 2) + 16L;
          *((__global float *) ul_446) = f_441;
          f_447 = ul_5[1];
          ul_452 = ul_2 + ((long) i_442 << 2) + 20L;
          *((__global float *) ul_452) = f_447;
          f_453 = ul_5[2];
          ul_458 = ul_2 + ((long) i_442 << 2) + 24L;
          *((__global float *) ul_458) = f_453;
          f_459 = ul_5[3];
          ul_464 = ul_2 + ((long) i_442 << 2) + 28L;
          *((__global float *) ul_464) = f_459;
          f_465 = ul_5[4];
          ul_470 = ul_2 + ((long) i_442 << 2) + 32L;
          *((__global float *) ul_470) = f_465;
          f_471 = ul_5[5];
          ul_476 = ul_2 + ((long) i_442 << 2) + 36L;
          *((__global float *) ul_476) = f_471;
          f_477 = ul_5[6];
          ul_482 = ul_2 + ((long) i_442 << 2) + 40L;
          *((__global float *) ul_482) = f_477;
          f_483 = ul_5[7];
          ul_488 = ul_2 + ((long) i_442 << 2) + 44L;
          *((__global float *) ul_488) = f_483;
          i_489 = i_331 + 1;
          i_331 = i_489;
        }
        i_490 = i_328 + 1;
        i_328 = i_490;
      }
      i_491 = i_72 + 1;
      i_72 = i_491;
    }
  }
  return;
}
