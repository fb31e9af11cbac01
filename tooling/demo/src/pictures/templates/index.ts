import { armchair } from "./armchair.ts";
import { backpack } from "./backpack.ts";
import { basket } from "./basket.ts";
import { books } from "./books.ts";
import { bottle } from "./bottle.ts";
import { bowl } from "./bowl.ts";
import { cabinet } from "./cabinet.ts";
import { camera } from "./camera.ts";
import { candle } from "./candle.ts";
import { chair } from "./chair.ts";
import { clock } from "./clock.ts";
import { frame } from "./frame.ts";
import { game } from "./game.ts";
import { glasses } from "./glasses.ts";
import { hat } from "./hat.ts";
import { headphones } from "./headphones.ts";
import { jar } from "./jar.ts";
import { kettle } from "./kettle.ts";
import { keyboard } from "./keyboard.ts";
import { lamp } from "./lamp.ts";
import { mug } from "./mug.ts";
import { notebook } from "./notebook.ts";
import { pan } from "./pan.ts";
import { pencils } from "./pencils.ts";
import { phone } from "./phone.ts";
import { pillow } from "./pillow.ts";
import { plant } from "./plant.ts";
import { pump } from "./pump.ts";
import { shirt } from "./shirt.ts";
import { shoe } from "./shoe.ts";
import { speaker } from "./speaker.ts";
import { stack } from "./stack.ts";
import { stool } from "./stool.ts";
import { tote } from "./tote.ts";
import { toy } from "./toy.ts";
import { vase } from "./vase.ts";
import { watch } from "./watch.ts";
import type { Template } from "./template.ts";

const all = {
  armchair,
  backpack,
  basket,
  books,
  bottle,
  bowl,
  cabinet,
  camera,
  candle,
  chair,
  clock,
  frame,
  game,
  glasses,
  hat,
  headphones,
  jar,
  kettle,
  keyboard,
  lamp,
  mug,
  notebook,
  pan,
  pencils,
  phone,
  pillow,
  plant,
  pump,
  shirt,
  shoe,
  speaker,
  stack,
  stool,
  tote,
  toy,
  vase,
  watch,
};

export type TemplateName = keyof typeof all;
export const templates: Record<TemplateName, Template> = all;
