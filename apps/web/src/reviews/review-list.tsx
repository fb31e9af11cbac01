import { Trans } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { Button } from "#core/ui/button.tsx";
import { Stars } from "#core/ui/goods.tsx";
import { Badge } from "#core/ui/marks.tsx";

type Review = inferOutput<Api["reviews"]["list"]>["reviews"][number];

interface ReviewListProps {
  reviews: Review[];
  /** Absent when all are shown. */
  onMore?: (() => void) | undefined;
  loading: boolean;
}

export function ReviewList({ reviews, onMore, loading }: ReviewListProps) {
  return (
    <div className="grid content-start gap-6">
      {reviews.length === 0 && (
        <p className="text-muted">
          <Trans>No reviews like that.</Trans>
        </p>
      )}
      <ul className="grid">
        {reviews.map((review) => (
          <li key={review.id}>
            <ReviewItem review={review} />
          </li>
        ))}
      </ul>
      {onMore && (
        <Button tone="secondary" className="justify-self-start" busy={loading} onClick={onMore}>
          <Trans>More reviews</Trans>
        </Button>
      )}
    </div>
  );
}

function ReviewItem({ review }: { review: Review }) {
  const locale = useLocale();
  const { rating } = review;
  return (
    <article className="grid gap-2 border-t border-line py-5" lang={review.locale}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm" lang={locale}>
        <Stars value={rating} />
        <span className="sr-only">
          <Trans>{rating} out of 5</Trans>
        </span>
        <span className="font-medium">{review.author ?? <Trans>Former customer</Trans>}</span>
        <time dateTime={review.createdAt} className="text-muted">
          {formatDate(locale, review.createdAt)}
        </time>
        {review.verified && (
          <Badge tone="good">
            <Trans>Bought here</Trans>
          </Badge>
        )}
      </div>
      {review.title && <h3 className="text-base">{review.title}</h3>}
      <p className="max-w-prose whitespace-pre-line">{review.body}</p>
    </article>
  );
}
