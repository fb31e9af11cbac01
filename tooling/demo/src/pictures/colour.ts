/** Lightness 0..1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** One colour under the shop's light, from the brightest side to the darkest. */
export type Tones = { glint: string; light: string; base: string; shade: string; dark: string; deep: string };

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** https://bottosson.github.io/posts/oklab/ */
function linearRgb([lightness, chroma, hue]: Oklch): [number, number, number] {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const inGamut = (rgb: readonly number[]) => rgb.every((channel) => channel > -0.0005 && channel < 1.0005);

/** sRGB hex; a colour outside the gamut keeps its lightness and hue and gives up chroma. */
export function hex([lightness, chroma, hue]: Oklch): string {
  const l = clamp(lightness, 0, 1);
  let c = chroma;
  let rgb = linearRgb([l, c, hue]);
  while (!inGamut(rgb) && c > 0.002) {
    c *= 0.92;
    rgb = linearRgb([l, c, hue]);
  }
  const channels = rgb.map((channel) => {
    const value = clamp(channel, 0, 1);
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

export const css = ([lightness, chroma, hue]: Oklch) => `oklch(${lightness} ${chroma} ${hue})`;

/** Shadows lean to a warmer, slightly stronger colour, lights to a paler one. */
export function tonesOf([lightness, chroma, hue]: Oklch): Tones {
  const tone = (change: number) => {
    const c = chroma * (change > 0 ? 1 - change * 1.6 : 1 - change * 0.5);
    return hex([clamp(lightness + change * (0.55 + lightness * 0.6), 0.06, 0.99), c, hue]);
  };
  return {
    glint: tone(0.13),
    light: tone(0.065),
    base: tone(0),
    shade: tone(-0.1),
    dark: tone(-0.2),
    deep: tone(-0.32),
  };
}
