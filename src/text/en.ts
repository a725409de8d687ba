import { models } from "./en/models.ts";
import { limits } from "./en/limits.ts";

/**
 * Every word a person reads, in English. Its type is the type of every other language.
 * Numbers come as numbers and are written by `Intl`; names come as they are, already safe to show.
 */
import { admin } from "./en/admin.ts";
import { either, number, percent, plural } from "./en/format.ts";
import { misfit } from "./en/misfit.ts";
import { moderation } from "./en/moderation.ts";
import { presets } from "./en/presets.ts";
import { settings } from "./en/settings.ts";
import { stats } from "./en/stats.ts";

export const en = {
  commands: {
    draw: { about: "Draw pictures from words" },
    edit: { about: "Repaint a part of a picture, or draw beyond its edges" },
    control: { about: "Draw with the structure of a picture: its edges, depth, pose" },
    upscale: { about: "Make a picture larger, or its faces better" },
    describe: { about: "Put a picture into words or tags" },
    inspect: {
      about: "See what a picture was made with",
      image: "Picture to look at",
    },
    history: { about: "Find your last pictures again" },
    info: {
      about: "See what can be drawn with here",
      list: "Which list",
      search: "Only what has this in its name",
    },
    prompt: {
      about: "Have a fuller prompt written from a few words",
      text: "What you would like to see; flags such as --ar 16:9 may follow",
    },
    stats: {
      about: "See how much is drawn, with what, and when",
      period: "In which time (the last 7 days if not said)",
      of: "By whom",
    },
    queue: {
      about: "See what waits and what is being drawn",
      action: "What to do, for moderators",
      clear: "Clear: cancel everything that waits in this server",
      pause: "Pause: draw nothing for this server until resumed",
      resume: "Resume drawing for this server",
      pause_all: "Pause everything, everywhere (owners of the bot)",
      resume_all: "Resume everything (owners of the bot)",
    },
  },

  parameters: {
    prompt: {
      label: "Prompt",
      about: "What to draw; flags such as --ar 16:9 --steps 30 may follow",
    },
    negative_prompt: { label: "Negative prompt", about: "What the picture should not show" },
    model: { label: "Model", about: "Checkpoint to draw with" },
    styles: { label: "Styles", about: "The webui's styles, with commas between" },
    aspect_ratio: { label: "Aspect ratio", about: "Width to height, such as 16:9" },
    width: { label: "Width", about: "Width in pixels" },
    height: { label: "Height", about: "Height in pixels" },
    count: { label: "Count", about: "How many pictures" },
    steps: { label: "Steps", about: "Sampling steps (20 if not said)" },
    cfg_scale: { label: "CFG scale", about: "How closely to follow the prompt" },
    sampler_name: { label: "Sampler", about: "Sampling method" },
    scheduler: { label: "Scheduler", about: "Noise schedule of the sampler" },
    seed: {
      label: "Seed",
      about: "The same seed draws the same picture; -1 or nothing for a new one",
    },
    lora: { label: "LoRA", about: "LoRAs as name or name:weight, with commas between" },
    hr_upscaler: {
      label: "Hires upscaler",
      about: "Enlarge in a second pass (hires fix) with this upscaler",
    },
    hr_scale: { label: "Hires scale", about: "How much the second pass enlarges" },
    denoising_strength: {
      label: "Denoising strength",
      about: "How much a given picture, or the second pass, may change: 0 nothing, 1 all",
    },
    image: { label: "Image", about: "Picture to start from (img2img)" },
    clip_skip: { label: "Clip skip", about: "Layers of the text encoder to stop before the end" },
    vae: { label: "VAE", about: "VAE to decode with" },
    detailer: {
      label: "Detailer",
      about: "Repaint faces, hands and the like (ADetailer, or a face restorer)",
    },
    tiling: { label: "Tiling", about: "Make a picture that can be tiled" },
    preset: { label: "Preset", about: "A saved set of parameters" },
    spoiler: { label: "Spoiler", about: "Hide the pictures until they are clicked" },
    private: { label: "Private", about: "Show the result to me only" },
    mask: {
      label: "Mask",
      about: "White is repainted; or a copy of the picture that you have painted over",
    },
    resize_mode: { label: "Resize mode", about: "How the picture is brought to another size" },
    inpainting_fill: { label: "Inpainting fill", about: "What the masked part begins from" },
    mask_blur: { label: "Mask blur", about: "How softly the mask ends, in pixels" },
    inpaint_full_res: {
      label: "Only masked",
      about: "Draw the masked part alone, at full resolution",
    },
    inpaint_full_res_padding: {
      label: "Only masked padding",
      about: "Pixels around the masked part that are looked at, too",
    },
    inpainting_mask_invert: { label: "Invert mask", about: "Repaint what is not masked" },
    extend: {
      label: "Extend",
      about: "Make the picture larger on this side and draw what is there",
    },
    extend_by: { label: "Extend by", about: "By how many pixels (a quarter if not said)" },
    type: { label: "Control type", about: "What to keep of the picture: edges, depth, pose, ..." },
    weight: { label: "Control weight", about: "How strongly to keep it (1 if not said)" },
    guidance_start: { label: "Guidance start", about: "From which part of the steps on, 0 to 1" },
    guidance_end: { label: "Guidance end", about: "Up to which part of the steps, 0 to 1" },
    control_mode: { label: "Control mode", about: "Whether the prompt or the picture counts more" },
    control: { label: "Control", about: "The pictures whose structure is kept" },
    prompts: { label: "Prompts", about: "What the prompt came to, picture by picture" },
    negative_prompts: {
      label: "Negative prompts",
      about: "What the negative prompt came to, picture by picture",
    },
    subseed: { label: "Variation seed", about: "Seed of the variation" },
    subseed_strength: { label: "Variation strength", about: "How far the variation goes" },
    scale: { label: "Scale", about: "How many times as large (2 if not said)" },
    upscaler: { label: "Upscaler", about: "What to enlarge with" },
    upscaler_2: { label: "Second upscaler", about: "Another one, to be mixed in" },
    upscaler_2_visibility: {
      label: "Second upscaler visibility",
      about: "How much of the second one is seen, 0 to 1",
    },
    gfpgan_visibility: {
      label: "GFPGAN",
      about: "How much of GFPGAN's better faces is seen, 0 to 1",
    },
    codeformer_visibility: {
      label: "CodeFormer",
      about: "How much of CodeFormer's better faces is seen, 0 to 1",
    },
    codeformer_weight: {
      label: "CodeFormer weight",
      about: "How true CodeFormer stays to a face: 0 not at all, 1 very much",
    },
    mode: { label: "Mode", about: "A sentence, or tags" },
  },

  choices: {
    resize_mode: { 0: "Stretch", 1: "Crop", 2: "Fill", 3: "Stretch (latent)" },
    inpainting_fill: { 0: "Blurred surroundings", 1: "Original", 2: "Latent noise", 3: "Nothing" },
    extend: {
      left: "To the left",
      right: "To the right",
      up: "Upwards",
      down: "Downwards",
      all: "All around",
    },
    control_mode: {
      Balanced: "Balanced",
      "My prompt is more important": "The prompt counts more",
      "ControlNet is more important": "The picture counts more",
    },
    mode: { caption: "A sentence", tags: "Tags" },
  },

  waiting: {
    queued: (ahead: number, about: string | undefined) =>
      `Queued, ${ahead === 0 ? "next in line" : `${number.format(ahead)} before you`}${about === undefined ? "" : `, ${about}`}`,
    seconds: (seconds: number) =>
      seconds < 90
        ? `about ${number.format(seconds)} s`
        : `about ${plural(Math.round(seconds / 60), "minute", "minutes")}`,
    webuisDown: "No webui can be reached just now. Your pictures are drawn as soon as one is back.",
    paused: "Drawing is paused here. It goes on by itself once that ends.",
    cancelled: (name: string) => `Cancelled by ${name}.`,
  },

  running: {
    drawing: "Drawing",
    loading: "Drawing: the model is being loaded",
    busyElsewhere: "Next at the webui, which draws something for somebody else just now",
    percent: (share: number) => percent.format(share),
    step: (step: number, steps: number) => `step ${number.format(step)} of ${number.format(steps)}`,
    picture: (picture: number, pictures: number) =>
      `picture ${number.format(picture)} of ${number.format(pictures)}`,
    left: (seconds: number) =>
      seconds < 90
        ? `about ${number.format(seconds)} s left`
        : `about ${plural(Math.round(seconds / 60), "minute", "minutes")} left`,
  },

  result: {
    drawnFor: (name: string) => `drawn for ${name}`,
    describedFor: (name: string) => `described for ${name}`,
    source: "from a picture",
    from: (url: string, name: string) => `[↩ from a picture](${url}) of ${name}`,
    negative: (prompt: string) => `Without: ${prompt}`,
    size: "Size",
    seed: "Seed",
    model: "Model",
    unknownModel: "the webui's own",
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    upscaled: (scale: number) => `Enlarged ${number.format(scale)} times`,
    described: "What is to be seen",
    reencoded: "A picture was too large for this channel and was compressed to fit.",
    removed: (name: string) => `Removed by ${name}.`,
  },

  buttons: {
    again: "Again",
    edit: "Edit and redraw",
    vary: "Vary a picture",
    varyStrong: "Vary strongly",
    upscale: "Upscale a picture",
    zoom: "Zoom out or pan",
    details: "Details",
    remove: "Remove",
    skip: "Next picture",
    draw: "Draw it",
    repeat: "Draw this again",
    remix: "Remix",
    original: "Original",
    control: "One more control picture",
    approve: "Approve",
    reject: "Reject",
    preset: "Save as preset",
    originalOf: (number: number) => `Original ${number}`,
    picture: (number: number) => `Picture ${number}`,
    pictureSubtle: (number: number) => `Picture ${number}, a little`,
    pictureStrong: (number: number) => `Picture ${number}, strongly`,
  },

  views: {
    title: "Look further",
    out15: "Zoom out 1.5×",
    out20: "Zoom out 2×",
    square: "Make square",
    left: "⬅ Pan left",
    right: "Pan right ➡",
    up: "⬆ Pan up",
    down: "Pan down ⬇",
  },

  details: {
    infotext: "Infotext",
    command: "To draw it again",
    nothing: "Nothing more is known of this.",
    originals: "Too large for this channel, so it was compressed. As it was made:",
    link: (url: string) => `[The original](${url}), for a day and for you alone.`,
    noLinks:
      "The original is too large for Discord here. The host of this bot can switch on links to it (PUBLIC_URL).",
  },

  choose: {
    several: (count: number) => `There are ${number.format(count)} pictures in this message.`,
    which: "Which one?",
  },

  inspect: {
    madeWith: (program: string) => `Made with ${program}`,
    nothing: "This picture does not say how it was made.",
    picture: (picture: number, pictures: number) => `Picture ${picture} of ${pictures}`,
    choose: "Look at another picture",
  },

  history: {
    title: "Your last pictures",
    nothing: "There are no pictures of yours from the last month.",
    enlarged: "An enlarged picture",
    open: "Go to it",
    hidden: "shown to you only",
  },

  queue: {
    title: (drawn: number, waiting: number) =>
      `${number.format(drawn)} being drawn, ${number.format(waiting)} waiting`,
    empty: "Nothing waits, and nothing is being drawn.",
    place: (place: number) => `**${number.format(place)}.**`,
    drawn: "being drawn",
    drawnOn: (webui: number, kind: string) => `being drawn on webui ${webui} (${kind})`,
    elsewhere: "somebody elsewhere",
    pausedHere: "Drawing is paused for this server.",
    pausedAll: "Drawing is paused everywhere.",
    resumedHere: "Drawing goes on for this server.",
    resumedAll: "Drawing goes on everywhere.",
    cleared: (count: number) =>
      count === 0 ? "Nothing waits here." : `${plural(count, "job", "jobs")} cancelled.`,
  },

  info: {
    title: "What there is here",
    lists: {
      models: "Models",
      samplers: "Samplers",
      schedulers: "Schedulers",
      styles: "Styles",
      loras: "LoRAs",
      upscalers: "Upscalers",
      vaes: "VAEs",
      detailers: "Detailers",
      controlTypes: "ControlNet types",
      webuis: "Webuis",
    },
    count: (count: number) => number.format(count),
    searched: (words: string) => `with “${words}”`,
    choose: "Look at a list",
    webui: (webui: number, kind: string, up: boolean) =>
      `Webui ${webui}: ${kind}, ${up ? "up" : "down"}`,
  },

  models,

  stats,

  /** What is noted in a server's audit channel. */
  audit: {
    cleared: (count: number) => `Cleared the queue: ${plural(count, "job", "jobs")}.`,
    cancelled: (name: string) => `Cancelled a job of ${name}.`,
    removed: (name: string) => `Removed a picture of ${name}.`,
    line: (who: string, where: string) => `-# ${who}${where === "" ? "" : ` in ${where}`}`,
  },

  presets,
  settings,
  admin,

  moderation,

  written: { from: (words: string) => `written from: ${words}` },

  mail: { back: "To the message" },

  kinds: {
    a1111: "AUTOMATIC1111",
    reforge: "reForge",
    forge: "Forge",
    "forge-neo": "Forge Neo",
    sdnext: "SD.Next",
    sdcpp: "stable-diffusion.cpp",
    koboldcpp: "KoboldCpp",
  },

  dialog: {
    edit: "Edit and redraw",
    remix: "Remix",
    control: "One more control picture",
    flags: "Everything else, such as --steps 30 --ar 16:9",
  },

  remarks: {
    unknownFlags: (flags: string[]) =>
      `${flags.join(", ")} ${flags.length === 1 ? "is no parameter and stayed" : "are no parameters and stayed"} in the prompt.`,
    unknownWildcards: (names: string[]) =>
      `${names.join(", ")} ${names.length === 1 ? "is no list here and stayed" : "are no lists here and stayed"} in the prompt.`,
    notHere: (names: string[]) =>
      `${names.join(", ")} ${names.length === 1 ? "is not here and was" : "are not here and were"} left out.`,
    unheeded: (labels: string[]) =>
      `${labels.join(", ")}: no webui here heeds ${labels.length === 1 ? "that, so it was" : "these, so they were"} left out.`,
    unheededThere: (labels: string[]) =>
      `${labels.join(", ")}: not heeded where the model is, so left out.`,
    apart: (names: string[]) =>
      `${names.join(", ")} ${names.length === 1 ? "is" : "are"} on no webui that has the rest, so left out.`,
    notFlags: (words: string[]) => `${words.join(", ")}: not understood, so it was left out.`,
    optionCounts: (labels: string[]) =>
      `${labels.join(", ")}: given as option and as flag; the option counts.`,
    sizeCounts: "Width and height were given, so the aspect ratio was not used.",
    hiresWithoutTxt2img: "Hires fix does nothing when a picture is given; it was left out.",
    otherSampler: (asked: string, used: string) =>
      `The webui drew with sampler ${used}, not ${asked}.`,
    otherModel: (asked: string, used: string) => `The webui drew with model ${used}, not ${asked}.`,
    otherSize: (asked: string, used: string) => `The webui drew ${used}, not ${asked}.`,
    withoutControl:
      "The webui did not keep the structure of the given picture: ControlNet failed there.",
    fewer: (asked: number, made: number) =>
      `The webui made ${plural(made, "picture", "pictures")} of ${number.format(asked)}.`,
  },

  bounds: {
    between: (min: number, max: number) =>
      `it must be from ${number.format(min)} to ${number.format(max)}`,
    wholeNumber: "it must be a whole number",
    ratio: "it must be two numbers with a colon between, such as 16:9",
    oneOf: (values: string[]) => `it must be ${either.format(values)}`,
    empty: "it must not be empty",
    tooLong: (max: number) => `it may have ${number.format(max)} characters at most`,
    tooMany: (max: number) => `it may have ${number.format(max)} entries at most`,
  },

  limits,
  misfit,

  refused: {
    outOfBounds: (label: string, value: string, why: string) =>
      `${label} cannot be \`${value}\`: ${why}.`,
    notANumber: (label: string, value: string) =>
      `${label} cannot be \`${value}\`: it must be a number.`,
    flagWithoutValue: (flag: string) => `${flag} needs a value after it.`,
    unknownName: (label: string, typed: string, nearest: string[]) =>
      nearest.length === 0
        ? `${label} \`${typed}\` is not here, and neither is any other.`
        : `${label} \`${typed}\` is not here. Did you mean ${either.format(nearest.map((name) => `\`${name}\``))}?`,
    tooManyPixels: (width: number, height: number, max: number) =>
      `${number.format(width)} × ${number.format(height)} is too large: a picture may have ${number.format(max / 1e6)} megapixels at most, hires fix included.`,
    ratioTooExtreme: (ratio: string) =>
      `Aspect ratio \`${ratio}\` is too extreme: from 1:16 to 16:1.`,
    originalGone: "The original was kept for a day and is gone.",
    emptyMask: "That mask marks nothing: paint white, or paint over a copy of the picture.",
    maskAndExtend: "A mask and extend cannot go together: extend makes its own.",
    tooManyUnits: (most: number) => `No more than ${number.format(most)} control pictures at once.`,
    noControl: "No webui here has ControlNet.",
    notDrawn: "This was not drawn from words, so it cannot be drawn anew.",
    noPictureThere: "There is no picture in this message.",
    noPicture: "A picture is needed for this.",
    cannotDo: {
      upscale: "No webui here can enlarge pictures.",
      caption: "No webui here can describe pictures.",
      tags: "No webui here can find tags for pictures.",
      progress: "No webui here tells how far it is.",
      interrupt: "No webui here can be interrupted.",
      skip: "No webui here can skip a picture.",
    },
    notAPicture: "That file is no picture I can read. PNG, JPEG, WebP, GIF and AVIF work.",
    brokenPicture: "That picture is damaged or not whole.",
    fileTooLarge: (megabytes: number) =>
      `That file is too large: ${number.format(megabytes)} MB at most.`,
    pictureTooLarge: (megapixels: number) =>
      `That picture has too many pixels: ${number.format(megapixels)} megapixels at most.`,
    foreignAddress: "Only files uploaded to Discord are fetched.",
    attachmentGone: "That file could not be fetched from Discord. Please attach it again.",
    cannotPost: (missing: string[]) =>
      `I cannot post pictures here. I would need: ${missing.join(", ")}.`,
    mayNotPost:
      "You may not post pictures in this channel (Attach Files), so nothing is drawn for you here. With private, only you see it.",
    queueAway: "The queue is away just now, so nothing was taken. Please try again in a minute.",
    notYours: (name: string) => `This belongs to ${name}.`,
    alreadyDrawn: "Too late to cancel: it is drawn already.",
    noWriter: "Nobody is there to write prompts just now. Please try again in a while.",
    noWords: "There are no words to write a prompt from.",
    moderatorsOnly: "Only members who may manage messages here can do this.",
    noServer: "There is no server here, so there are only numbers of yours: choose “Me alone”.",
    managersOnly: "Only members who may manage this server can do this.",
    ownersOnly: "Only the owners of this bot can do this.",
    alreadyEnded: "This has ended already.",
    tooManyWords: (most: number) =>
      `That list is too long: ${plural(most, "entry", "entries")} at most.`,
    tooManyPatterns: (most: number) =>
      `That list has too many patterns: ${number.format(most)} at most.`,
    wordTooLong: (most: number) =>
      `An entry of that list is too long: ${number.format(most)} characters at most.`,
    patternTooLong: (most: number) =>
      `A pattern of that list is too long: ${number.format(most)} characters at most.`,
    badPattern: (pattern: string) =>
      `The pattern \`${pattern}\` cannot be used. It must be one of RE2: no back references, no looking ahead or behind.`,
    patternTooLarge: (pattern: string) =>
      `The pattern \`${pattern}\` is too large. Make its repetitions fewer.`,
    patternFitsAll: (pattern: string) => `The pattern \`${pattern}\` would fit any text.`,
    forgotten: "I no longer know how this was drawn.",
    sourceForgotten:
      "The picture it started from is no longer here. Please use /draw with the picture again.",
  },

  start: {
    usage: "Usage: npm start, npm start -- bot, or npm start -- worker",
    cannot: (why: string) => `Easel cannot go on: ${why}`,
    badConfig: "Easel cannot start. In the environment or in .env:",
    noRedis:
      "Easel needs Redis: run `npm run setup` (it installs redis-server), set REDIS_URL, or use docker/compose.yaml.",
    redisFailed: (where: string) => `the private Redis could not be started, see ${where}`,
    wrongToken: "DISCORD_TOKEN is not a token that Discord knows.",
    gatewayClosed: (code: number) => `Discord closed the gateway for good, with code ${code}.`,
  },

  webui: {
    apiOff: "its API is switched off, it has to be started with --api",
    noApi: "there is no webui API at this address",
  },

  config: {
    token: "is required: the bot's token from https://discord.com/developers/applications",
    noBlanks: "must not hold blanks",
    wholeNumber: "must be a whole number",
    atLeast: (least: string) => `must be at least ${least}`,
    atMost: (most: string) => `must be at most ${most}`,
    oneOf: (values: string[]) => `must be one of ${values.join(", ")}`,
    address: "must be an http:// or https:// address",
    share: "must be more than 0 and at most 1",
    addresses: "must be http:// or https:// addresses, with commas between",
    oneAddress: "must hold at least one address",
    ids: "must be Discord ids (15 to 21 digits), with commas",
    headers: "must be `Name: value` lines with `;` between",
    login: "must be user:password",
    redis: {
      form: "must be a redis://, rediss:// or unix:// address, or one of Sentinel (redis+sentinel://) or of a Cluster (redis+cluster://)",
      hosts: "must have hosts as `host` or `host:port`, with commas between",
      master:
        "must end in the name of the master, as in redis+sentinel://host:26379,host:26379/mymaster",
      database:
        "must end after the hosts for a Cluster, and in `/master` or `/master/number` for Sentinel",
      option:
        "has an option behind its `?` that is none of ca, cert, key, and for Sentinel sentinel_username, sentinel_password",
      certificates: "has certificates but no TLS: it must begin with rediss",
    },
    apart: "is required when bot and worker are started apart: they meet in one Redis",
  },

  demo: {
    saved: (file: string) => `Saved ${file}`,
    noWebui: (addresses: string, why: string) =>
      `No webui can be used at ${addresses}${why === "" ? "" : ` (${why})`}.`,
    usage:
      'Usage: npm run demo -- [--port N], or npm run demo -- --once "a castle --steps 2" [--out DIR]',
    places: {
      guild: "Community",
      channels: {
        pictures: "pictures",
        sketches: "sketches",
        silent: "bots-may-not-post",
        audit: "audit",
      },
      roles: { patron: "Patron" },
      members: { member: "Ada", moderator: "Mo" },
    },
    open: (address: string) =>
      `Easel runs between a stand-in Discord and a webui. Open ${address} and type /draw; Ctrl-C ends it.`,
    portTaken: (port: number) => `Port ${port} is taken: choose another with --port, or none.`,
    /** The browser gets these as they are, and fills in what stands in braces. */
    page: {
      title: "{channel} · Easel demo",
      close: "Close",
      refused: "Discord would not let you do this: {why}.",
      away: "The demo does not answer. Was it stopped?",
      offline: "The demo was stopped.",
      typing: "{name} is typing…",
      unknown: { person: "unknown-user", channel: "unknown", role: "role" },
      header: { sidebar: "Channels and members", panel: "People and troubles" },
      sidebar: {
        label: "Channels",
        channels: "Text channels",
        direct: "Direct messages",
        unread: "(new messages)",
        switch: "You are {name}. Be somebody else",
        people: "Who you are",
      },
      people: {
        member: "Member",
        moderator: "Moderator",
        online: "Online",
        offline: "Offline",
      },
      panel: {
        label: "People and troubles",
        people: "People",
        troubles: "Troubles",
        note: "Make something go wrong, and see what becomes of your pictures.",
      },
      troubles: {
        slowMotion: "Slow motion",
        webuiDown: "Webui is down",
        rateLimited: "Discord answers 429",
        discordBroken: "Discord answers 503",
        gatewayAway: "Gateway is away",
        stripMetadata: "CDN strips metadata",
        dropGateway: "Drop the gateway",
        quarterHour: "15 minutes later",
      },
      messages: {
        label: "Messages in {channel}",
        welcome: "Welcome to {channel}!",
        begin: "This is where the channel begins. Type /draw to have something drawn.",
        beginDm: "Only you and the bot are here. Type /draw to have something drawn.",
        said: "{name}: {words}",
        thinking: "{name} is thinking…",
      },
      message: {
        app: "APP",
        used: "used",
        thinking: "{name} is thinking…",
        sending: "Sending command…",
        failed: "The application did not respond",
        onlyYou: "Only you can see this",
        dismiss: "Dismiss message",
        edited: "(edited)",
        person: "{name}, what can be done",
        picture: "A picture",
        replyGone: "Original message was deleted",
      },
      picture: {
        open: "Open picture: {alt}",
        openPlain: "Open picture {number}",
        viewer: "Picture",
        original: "Open in browser",
        before: "Previous picture",
        after: "Next picture",
      },
      spoiler: { badge: "Spoiler", reveal: "Spoiler, show it" },
      reactions: {
        add: "Add reaction",
        one: "{emoji}, {count}; press to react or to take it back",
      },
      apps: {
        heading: "Apps",
        none: "No apps for this",
        more: "More",
        copyId: "Copy ID",
        onMessage: "What can be done with this message",
        onPerson: "What can be done with this person",
      },
      select: { placeholder: "Make a selection" },
      composer: {
        label: "Write a message or a command",
        placeholder: "Message {channel}",
        addFile: "Add files",
        send: "Send",
        files: "Files to send",
        removeFile: "Take {name} away",
        drop: "Drop your files here",
      },
      palette: {
        label: "Commands",
        heading: "Commands",
        none: "No command fits",
      },
      options: {
        label: "Options",
        more: "+ options",
        none: "There are no more options. Press Enter to send.",
        values: "Values for {name}",
        nothing: "No options match your search",
        failed: "Loading options failed",
        choose: "choose one of the list",
        chooseFile: "Choose or drop a file",
        yes: "True",
        no: "False",
        number: "this must be a number",
        whole: "this must be a whole number",
        between: "this must be from {least} to {most}",
        length: "this must have {least} to {most} characters",
        required: "this is required",
        wrong: "{name}: {why}",
      },
      dialog: {
        warning: "This form is handed to {name}. Do not put passwords or other secrets into it.",
        submit: "Submit",
        cancel: "Cancel",
        required: "This is required",
        tooShort: "{least} characters at least",
        count: "From {least} to {most}",
        refused: "This could not be sent.",
        chooseFile: "Choose files",
        dropFile: "or drop them here",
      },
    },
  },

  backup: {
    usage: "Usage: npm run backup -- FILE",
    restoreUsage: "Usage: npm run restore -- FILE",
    badConfig: "In the environment or in .env:",
    kept: (entries: number, file: string) =>
      `Kept ${plural(entries, "entry", "entries")} in ${file}`,
    restored: (entries: number, madeAt: string) =>
      `Restored ${plural(entries, "entry", "entries")} as of ${madeAt}`,
    nothing: (folder: string) =>
      `There is nothing to keep: no Easel has ever kept anything in ${folder} (DATA_DIR).`,
    noFolder: (folder: string) => `There is no folder ${folder}.`,
    notAFile: (file: string) => `${file} is not a file.`,
    files: {
      ENOENT: (file: string) => `There is no ${file}.`,
      EACCES: (file: string) => `There is no right to use ${file}.`,
      EPERM: (file: string) => `There is no right to use ${file}.`,
      EROFS: (file: string) => `${file} is where nothing can be written.`,
      ENOSPC: (file: string) => `There is no room left for ${file}.`,
    } as Record<string, ((file: string) => string) | undefined>,
    fileFailed: (file: string, code: string) => `${file} cannot be used (${code}).`,
    notABackup: (file: string) => `${file} is not a backup of Easel.`,
    otherVersion: (file: string) =>
      `${file} was made by another version of Easel, which keeps other things. Nothing was changed.`,
    cutOff: (file: string) => `${file} is cut off: its end is missing. Nothing was changed.`,
    damaged: (file: string) => `${file} is damaged. Nothing was changed.`,
    redisAway: "Redis cannot be reached. Does it run where REDIS_URL says?",
    redisRefused: (words: string) => `Redis refused: ${words}`,
    unknownType: (key: string, type: string) =>
      `${key} cannot be kept: a backup has no form for a Redis ${type}.`,
    stopped: "Stopped before the end.",
    failed: (why: string) => `It failed: ${why}`,
    again: "Not all was restored. Run it again to have the rest.",
  },
  setup: {
    usage: "Usage: npm run setup, or npm run setup -- --browser",
    redis: {
      there: (file: string) => `Redis is here: ${file}`,
      installing: (command: string) => `No Redis found. Installing one: ${command}`,
      byHand:
        "Redis could not be installed here: install redis-server or valkey-server yourself, or set REDIS_URL to one that runs.",
    },
    browser: {
      there: (file: string) => `A browser is here: ${file}`,
      installing: (command: string) => `No browser found. Installing one: ${command}`,
      byHand:
        "Chromium could not be installed here: install it yourself. Only tests of the demo's page need it.",
    },
  },

  permissions: {
    ViewChannel: "View Channel",
    SendMessages: "Send Messages",
    SendMessagesInThreads: "Send Messages in Threads",
    AttachFiles: "Attach Files",
  },

  failed: {
    down: (detail: string) => `The webui could not be reached.${quoted(detail)}`,
    busy: (detail: string) => `The webui is too busy.${quoted(detail)}`,
    broke: (detail: string) => `The webui broke off while drawing.${quoted(detail)}`,
    timeout: (detail: string) =>
      `The webui did not finish in time${detail === "" ? "" : ` (${detail})`}.`,
    memory: (detail: string) =>
      `The GPU has not enough memory for this: fewer pixels or pictures may help.${quoted(detail)}`,
    denied: (detail: string) => `The webui does not let this bot in.${quoted(detail)}`,
    refused: (detail: string) => `The webui refused this.${quoted(detail)}`,
    nonsense: (detail: string) => `The webui gave an answer without a picture.${quoted(detail)}`,
    unknown: (reference: string) =>
      `Something went wrong on my side. Sorry! If you report it, say \`${reference}\`.`,
  },
};

function quoted(detail: string): string {
  return detail === "" ? "" : ` It said: ${detail}`;
}

export type Text = typeof en;
