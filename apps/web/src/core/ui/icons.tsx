import type { ReactNode } from "react";

/** A line drawing on a field of 24 by 24, in the colour of the text; the words beside it say what it means. */
const drawing =
  (lines: ReactNode) =>
  ({ size = 20 }: { /** Pixels. */ size?: number }) => (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {lines}
    </svg>
  );

export const BagIcon = drawing(<path d="M4.5 8h15l1 11a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2zM8 11V7a4 4 0 0 1 8 0v4" />);
export const CrossIcon = drawing(<path d="M6 6l12 12M18 6L6 18" />);
export const MinusIcon = drawing(<path d="M5 12h14" />);
export const PlusIcon = drawing(<path d="M5 12h14M12 5v14" />);
export const SearchIcon = drawing(<path d="M11 3a8 8 0 1 0 0 16 8 8 0 1 0 0-16M17 17l4 4" />);
export const SlidersIcon = drawing(<path d="M3 7h9M18 7h3M3 17h3M12 17h9M15 4v6M9 14v6" />);
export const UserIcon = drawing(
  <path d="M12 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9M4 21v-1a5 5 0 0 1 5-5h6a5 5 0 0 1 5 5v1" />,
);
