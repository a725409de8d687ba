/** What a person reads of the values that a parameter may have. */

export const choices = {
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
};
