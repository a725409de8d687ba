import type { Program } from "../../../src/generation/foreign/data.ts";
import type { Values } from "../../../src/generation/request.ts";
import { comfyUi } from "./comfyui-fixtures.ts";

/** The texts that a program leaves in a picture, in its true format, and what they come to. */
export type Fixture = {
  name: string;
  texts: Record<string, string>;
  program: Program;
  values: Values;
  /** Some of what is only shown. */
  others?: Record<string, string>;
  dropped?: string[];
};

const plain = {
  prompt: "a castle",
  negative_prompt: "fog",
  steps: 30,
  cfg_scale: 7.5,
  seed: 42,
  width: 768,
  height: 512,
};

export const fixtures: Fixture[] = [
  ...comfyUi,
  {
    name: "A1111",
    texts: {
      parameters:
        "a castle\nNegative prompt: fog\nSteps: 30, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7.5, Seed: 42, Size: 768x512, Model hash: 879db523c3, Model: dreamshaper_8, Version: v1.10.1",
    },
    program: "AUTOMATIC1111",
    values: { ...plain, sampler_name: "DPM++ 2M", scheduler: "Karras", model: "dreamshaper_8" },
  },
  {
    name: "Forge",
    texts: {
      parameters:
        "a castle\nSteps: 30, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 42, Size: 768x512, Model: flux1-dev, Version: f2.0.1v1.10.1-previous-659-gc055f2d4",
    },
    program: "Forge",
    values: {
      prompt: "a castle",
      steps: 30,
      cfg_scale: 1,
      seed: 42,
      width: 768,
      height: 512,
      sampler_name: "Euler",
      scheduler: "Simple",
      model: "flux1-dev",
    },
  },
  {
    name: "SD.Next in a JPEG",
    texts: {
      UserComment:
        "a castle\nNegative prompt: fog\nSteps: 30, Size: 768x512, Sampler: UniPC, Seed: 42, CFG scale: 7.5, App: SD.Next, Version: 0c7038e, Operations: txt2img, Model: juggernaut",
    },
    program: "SD.Next",
    values: { ...plain, sampler_name: "UniPC", model: "juggernaut" },
  },
  {
    name: "stable-diffusion.cpp",
    texts: {
      parameters:
        'a castle\nNegative prompt: fog\nSteps: 30, CFG scale: 7.500000, Guidance: 3.500000, Seed: 42, Size: 768x512, Model: sd.gguf, RNG: cuda, Sampler: euler_a karras, Version: stable-diffusion.cpp, SDCPP: {"seed":42}',
    },
    program: "stable-diffusion.cpp",
    values: { ...plain, sampler_name: "euler_a karras", model: "sd.gguf" },
  },
  {
    name: "KoboldCpp",
    texts: {
      parameters:
        "Prompt: a castle | a moat | NegativePrompt: fog | Steps: 30 | CFGScale: 7.5 | Guidance: 3.5 | Seed: 42 | Size: 768x512 | Sampler: euler_a| Eta: 0.1 | Clip skip: -1 | Model: sd.gguf | Version: KoboldCpp",
    },
    program: "KoboldCpp",
    values: { ...plain, prompt: "a castle | a moat", sampler_name: "euler_a", model: "sd.gguf" },
    others: { Guidance: "3.5", Eta: "0.1" },
  },
  {
    name: "Easel",
    texts: {
      parameters:
        'a castle\nNegative prompt: fog\nSteps: 30, CFG scale: 7.5, Seed: 42, Size: 768x512, Version: Easel, Easel: "{\\"styles\\":[\\"Ink\\"]}"',
    },
    program: "Easel",
    values: { ...plain, styles: ["Ink"] },
  },
  {
    name: "Civitai's generator",
    texts: {
      UserComment:
        'a castle\nNegative prompt: fog\nSteps: 30, Sampler: Euler a, CFG scale: 7.5, Seed: 42, Size: 768x512, Clip skip: 2, Created Date: 2025-11-28T09:18:43.5269343Z, Civitai resources: [{"type":"checkpoint","modelVersionId":2442439,"modelName":"Z Image","modelVersionName":"Turbo"},{"type":"lora","weight":0.8,"modelVersionId":5,"modelName":"Ink, and more","modelVersionName":"v1"}], Civitai metadata: {"remixOfId":1}',
    },
    program: "Civitai",
    values: { ...plain, sampler_name: "Euler a", clip_skip: 2, model: "Z Image" },
    others: {
      "Created Date": "2025-11-28T09:18:43.5269343Z",
      "Civitai metadata": '{"remixOfId":1}',
    },
  },
  {
    name: "Civitai's generator without a negative prompt",
    texts: {
      UserComment:
        "a castle\nNegative prompt: Steps: 30, Sampler: Undefined, CFG scale: 7.5, Seed: 42, Size: 768x512, Civitai resources: [], Civitai metadata: {}",
    },
    program: "Civitai",
    values: { prompt: "a castle", steps: 30, cfg_scale: 7.5, seed: 42, width: 768, height: 512 },
  },
  {
    name: "InvokeAI 3",
    texts: {
      invokeai_metadata: JSON.stringify({
        app_version: "3.3.0post3",
        generation_mode: "txt2img",
        positive_prompt: "a castle",
        negative_prompt: "fog",
        width: 768,
        height: 512,
        seed: 42,
        rand_device: "cpu",
        cfg_scale: 7.5,
        steps: 30,
        scheduler: "dpmpp_2m_sde_k",
        clip_skip: 0,
        model: { model_name: "dreamshaper_8", base_model: "sd-1", model_type: "main" },
        controlnets: [],
        ipAdapters: [],
        t2iAdapters: [],
        loras: [{ lora: { model_name: "ink", base_model: "sd-1" }, weight: 0.75 }],
        vae: { model_name: "sd-vae-ft-mse", base_model: "sd-1" },
      }),
    },
    program: "InvokeAI",
    values: {
      ...plain,
      sampler_name: "DPM++ 2M SDE",
      scheduler: "karras",
      lora: ["ink:0.75"],
      model: "dreamshaper_8",
      vae: "sd-vae-ft-mse",
    },
    others: { Version: "InvokeAI 3.3.0post3" },
  },
  {
    name: "InvokeAI 5",
    texts: {
      invokeai_metadata: JSON.stringify({
        generation_mode: "img2img",
        positive_prompt: "a castle",
        negative_prompt: "fog",
        width: 768,
        height: 512,
        seed: 42,
        rand_device: "cpu",
        cfg_scale: 7.5,
        cfg_rescale_multiplier: 0,
        steps: 30,
        scheduler: "euler_a",
        clip_skip: 1,
        seamless_x: true,
        seamless_y: true,
        strength: 0.4,
        model: {
          key: "d71b",
          hash: "blake3:1",
          name: "Juggernaut XL v9",
          base: "sdxl",
          type: "main",
        },
        loras: [
          {
            model: { key: "a", hash: "blake3:2", name: "add_detail", base: "sdxl", type: "lora" },
            weight: 1,
          },
        ],
        app_version: "5.6.0",
        canvas_v2_metadata: { referenceImages: [] },
      }),
    },
    program: "InvokeAI",
    values: {
      ...plain,
      sampler_name: "Euler a",
      lora: ["add_detail"],
      model: "Juggernaut XL v9",
      clip_skip: 2,
      tiling: true,
      denoising_strength: 0.4,
    },
  },
  {
    name: "InvokeAI 2",
    texts: {
      Dream: '"a castle [fog]" -s 30 -S 42 -W 768 -H 512 -C 7.5 -A k_lms',
      "sd-metadata": JSON.stringify({
        model: "stable diffusion",
        model_weights: "stable-diffusion-1.5",
        model_hash: "cc6c",
        app_id: "invoke-ai/InvokeAI",
        app_version: "2.2.4",
        image: {
          prompt: [{ prompt: "a castle [fog] [mist]", weight: 1 }],
          steps: 30,
          cfg_scale: 7.5,
          threshold: 0,
          perlin: 0,
          height: 512,
          width: 768,
          seed: 42,
          seamless: false,
          hires_fix: false,
          type: "txt2img",
          postprocessing: null,
          sampler: "k_dpmpp_2",
          variations: [],
        },
      }),
    },
    program: "InvokeAI",
    values: {
      ...plain,
      negative_prompt: "fog, mist",
      sampler_name: "DPM++ 2M",
      model: "stable-diffusion-1.5",
    },
  },
  {
    name: "InvokeAI 1",
    texts: { Dream: '"a castle [fog]" -s30 -S42 -W768 -H512 -C7.5 -Ak_euler_a' },
    program: "InvokeAI",
    values: { ...plain, sampler_name: "Euler a" },
  },
  {
    name: "NovelAI 2",
    texts: {
      Title: "AI generated image",
      Description: "{a castle}",
      Software: "NovelAI",
      Source: "Stable Diffusion 81274D13",
      Comment: JSON.stringify({
        steps: 30,
        sampler: "k_euler_ancestral",
        seed: 42,
        strength: 0.69,
        noise: 0.667,
        scale: 7.5,
        uc: "fog",
        width: 768,
        height: 512,
      }),
    },
    program: "NovelAI",
    values: { ...plain, prompt: "{a castle}", sampler_name: "Euler a", denoising_strength: 0.69 },
    others: { Source: "Stable Diffusion 81274D13" },
  },
  {
    name: "NovelAI 4 with characters",
    texts: {
      Title: "NovelAI generated image",
      Description: "a castle",
      Software: "NovelAI",
      Source: "NovelAI Diffusion V4.5 4BDE2A90",
      Comment: JSON.stringify({
        prompt: "a castle",
        steps: 30,
        height: 512,
        width: 768,
        scale: 7.5,
        uncond_scale: 0,
        cfg_rescale: 0,
        seed: 42,
        n_samples: 1,
        noise_schedule: "karras",
        sampler: "k_dpmpp_2m_sde",
        request_type: "PromptGenerateRequest",
        uc: "fog",
        v4_prompt: {
          caption: {
            base_caption: "a castle",
            char_captions: [{ char_caption: "a knight", centers: [{ x: 0.5, y: 0.5 }] }],
          },
          use_coords: false,
          use_order: true,
        },
        v4_negative_prompt: {
          caption: { base_caption: "fog", char_captions: [{ char_caption: "", centers: [] }] },
        },
        signed_hash: "x",
      }),
    },
    program: "NovelAI",
    values: {
      ...plain,
      prompt: "a castle\na knight",
      sampler_name: "DPM++ 2M SDE",
      scheduler: "karras",
    },
  },
  {
    name: "NovelAI in a WebP",
    texts: {
      UserComment: JSON.stringify({
        Description: "a castle",
        Software: "NovelAI",
        Source: "Stable Diffusion XL 7BCCAA2C",
        Comment: JSON.stringify({
          prompt: "a castle",
          steps: 30,
          height: 512,
          width: 768,
          scale: 7.5,
          seed: 42,
          noise_schedule: "native",
          sampler: "k_dpmpp_2s_ancestral",
          uc: "fog",
        }),
      }),
    },
    program: "NovelAI",
    values: { ...plain, sampler_name: "DPM++ 2S a" },
  },
  {
    name: "Fooocus",
    texts: {
      fooocus_scheme: "fooocus",
      parameters: JSON.stringify({
        adm_guidance: "(1.5, 0.8, 0.3)",
        base_model: "juggernautXL_v8Rundiffusion",
        base_model_hash: "aeb7e9e689",
        clip_skip: 2,
        full_negative_prompt: ["fog", "unrealistic"],
        full_prompt: ["cinematic still a castle"],
        guidance_scale: 7.5,
        loras: [["sd_xl_offset_example-lora_1.0", 0.1, "4852686128"]],
        metadata_scheme: "fooocus",
        negative_prompt: "fog",
        performance: "Speed",
        prompt: "a castle",
        prompt_expansion: "a castle, cinematic",
        refiner_model: "None",
        refiner_switch: 0.5,
        resolution: "(768, 512)",
        sampler: "dpmpp_2m_sde_gpu",
        scheduler: "karras",
        seed: "42",
        sharpness: 2,
        steps: 30,
        styles: "['Fooocus V2', 'Fooocus Enhance']",
        vae: "Default (model)",
        version: "Fooocus v2.4.1",
      }),
    },
    program: "Fooocus",
    values: {
      ...plain,
      sampler_name: "DPM++ 2M SDE",
      scheduler: "karras",
      lora: ["sd_xl_offset_example-lora_1.0:0.1"],
      model: "juggernautXL_v8Rundiffusion",
      clip_skip: 2,
    },
    others: { Styles: "['Fooocus V2', 'Fooocus Enhance']", Performance: "Speed" },
  },
  {
    name: "Fooocus before its loras became a list, in a JPEG",
    texts: {
      UserComment: JSON.stringify({
        prompt: "a castle",
        negative_prompt: "fog",
        base_model: "sdxl/realistic.safetensors",
        guidance_scale: 7.5,
        lora_combined_1: "ink.safetensors : 0.5",
        resolution: "(768, 512)",
        sampler: "lcm",
        scheduler: "lcm",
        seed: "4590034657615269725",
        steps: 30,
        version: "Fooocus v2.3.1",
      }),
    },
    program: "Fooocus",
    values: {
      prompt: "a castle",
      negative_prompt: "fog",
      steps: 30,
      cfg_scale: 7.5,
      width: 768,
      height: 512,
      sampler_name: "LCM",
      scheduler: "lcm",
      lora: ["ink:0.5"],
      model: "realistic",
    },
    dropped: ["Seed"],
  },
  {
    name: "Draw Things",
    texts: {
      "XML:com.adobe.xmp": `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 6.0.0"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">a castle&#xA;-fog&#xA;Steps: 30, Sampler: DPM++ 2M Karras</rdf:li></rdf:Alt></dc:description><xmp:CreatorTool>Draw Things</xmp:CreatorTool>
<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">{"c":"a castle &lt;&amp;&gt;\\nby day","uc":"fog","model":"sd_v1.5_f16.ckpt","sampler":"DPM++ 2M Karras","scale":7.5,"seed":42,"seed_mode":"Scale Alike","size":"768x512","steps":30,"strength":1,"v2":{"loras":[{"file":"detail_f16.ckpt","weight":0.8}]}}</rdf:li></rdf:Alt></exif:UserComment></rdf:Description></rdf:RDF></x:xmpmeta>`,
    },
    program: "Draw Things",
    values: {
      ...plain,
      prompt: "a castle <&>\nby day",
      sampler_name: "DPM++ 2M",
      scheduler: "karras",
      lora: ["detail_f16:0.8"],
      model: "sd_v1.5_f16",
    },
  },
  {
    name: "SwarmUI",
    texts: {
      parameters: JSON.stringify({
        sui_image_params: {
          prompt: "a castle",
          negativeprompt: "fog",
          model: "OfficialStableDiffusion/sd_xl_base_1.0",
          seed: 42,
          steps: 30,
          cfgscale: 7.5,
          aspectratio: "Custom",
          width: 768,
          height: 512,
          sampler: "dpmpp_2m",
          scheduler: "karras",
          refinercontrolpercentage: 0.2,
          refinerupscale: 1.5,
          vae: "Automatic",
          loras: ["styles/ink", "detail"],
          loraweights: ["0.6", "1"],
          automaticvae: true,
          swarm_version: "0.9.6.2",
        },
        sui_extra_data: {
          date: "2025-05-01",
          generation_time: "0.02 (prep) and 3.10 (gen) seconds",
        },
        sui_models: [{ name: "sd_xl_base_1.0.safetensors", param: "model", hash: "0xd7" }],
      }),
    },
    program: "SwarmUI",
    values: {
      ...plain,
      sampler_name: "DPM++ 2M",
      scheduler: "karras",
      lora: ["ink:0.6", "detail"],
      model: "sd_xl_base_1.0",
      hr_scale: 1.5,
      denoising_strength: 0.2,
    },
  },
  {
    name: "Easy Diffusion in a PNG",
    texts: {
      prompt: "a castle",
      negative_prompt: "fog",
      seed: "42",
      width: "768",
      height: "512",
      num_inference_steps: "30",
      guidance_scale: "7.5",
      sampler_name: "euler_a",
      use_stable_diffusion_model:
        "C:\\EasyDiffusion\\models\\stable-diffusion\\sd-v1-5.safetensors",
      use_vae_model: "vae-ft-mse",
      clip_skip: "True",
      use_lora_model: "['ink', 'detail']",
      lora_alpha: "[0.5, 1]",
      tiling: "None",
    },
    program: "Easy Diffusion",
    values: {
      ...plain,
      sampler_name: "Euler a",
      lora: ["ink:0.5", "detail"],
      model: "sd-v1-5",
      vae: "vae-ft-mse",
      clip_skip: 2,
    },
  },
  {
    name: "Easy Diffusion in a JPEG",
    texts: {
      UserComment: JSON.stringify({
        Prompt: "a castle",
        "Negative Prompt": "fog",
        Seed: 42,
        "Stable Diffusion model": "sd-v1-5",
        Sampler: "plms",
        Width: 768,
        Height: 512,
        Steps: 30,
        "Guidance Scale": 7.5,
        "Clip Skip": false,
        "Seamless Tiling": "xy",
      }),
    },
    program: "Easy Diffusion",
    values: { ...plain, sampler_name: "PLMS", model: "sd-v1-5", tiling: true },
  },
];
