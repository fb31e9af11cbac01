/** Deepest nesting of arrays and objects a body may have. */
export const MAX_DEPTH = 20;
/** Most bytes a body may have. */
export const MAX_BODY = 256 * 1024;

/** Whether a JSON text nests deeper than MAX_DEPTH; brackets inside strings do not count. Linear, allocates nothing. */
function tooDeep(json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index++) {
    const char = json.charCodeAt(index);
    if (quoted) {
      if (char === 0x5c) index++;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > MAX_DEPTH) return true;
    } else if (char === 0x7d || char === 0x5d) depth--;
  }
  return false;
}

/**
 * JSON text as data; an own `__proto__` key is refused, as it would reach into prototypes when copied, and so is a text
 * that PostgreSQL cannot keep.
 */
export function parseJson(json: string): unknown {
  if (tooDeep(json)) throw new SyntaxError("nested too deep");
  const suspicious = json.includes("__proto__") || json.includes("\\u");
  return suspicious ? JSON.parse(json, harmless) : JSON.parse(json);
}

function harmless(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new SyntaxError("forbidden key");
  if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed()))
    throw new SyntaxError("forbidden character");
  return value;
}
