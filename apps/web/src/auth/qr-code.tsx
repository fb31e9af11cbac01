import { useLingui } from "@lingui/react/macro";
import { encode } from "uqr";

/** A text as a picture that phones read: dark on light in every colour scheme, as cameras want it. */
export function QrCode({ text }: { text: string }) {
  const { t } = useLingui();
  const { size, data } = encode(text, { border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      role="img"
      aria-label={t`QR code with the key for your app`}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-52 shrink-0 rounded-button"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dots.join("")} fill="#000" />
    </svg>
  );
}
