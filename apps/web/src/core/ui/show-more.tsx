import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "#core/ui/button.tsx";

interface ShowMoreProps {
  /** What useSuspenseInfiniteQuery answers. */
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  /** Words on the button. */
  children?: ReactNode;
}

/** Asks for the next page of a list, while there is one. */
export function ShowMore({ pages, children = <Trans>Show more</Trans> }: ShowMoreProps) {
  if (!pages.hasNextPage) return null;
  return (
    <Button
      tone="secondary"
      className="justify-self-start"
      busy={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {children}
    </Button>
  );
}
