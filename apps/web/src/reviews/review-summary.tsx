import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";
import { formatMean } from "#core/format.ts";
import { Stars } from "#core/ui/goods.tsx";

export interface RatingSummary {
  count: number;
  mean: number | null;
  /** `histogram[0]` counts one star. */
  histogram: number[];
}

interface ReviewSummaryProps {
  summary: RatingSummary & { mean: number };
  slug: string;
  /** Only reviews with so many stars are shown. */
  stars: number | undefined;
}

/** The mean and how it came about; each bar is a link that shows only its reviews. */
export function ReviewSummary({ summary: { count, mean, histogram }, slug, stars }: ReviewSummaryProps) {
  const locale = useLocale();
  const shown = formatMean(locale, mean);
  return (
    <div className="grid content-start gap-4">
      <p className="flex items-center gap-3">
        <span className="text-h1 font-semibold">{shown}</span>
        <span className="grid">
          <Stars value={mean} />
          <span className="text-sm text-muted">
            <Plural value={count} one="# review" other="# reviews" />
          </span>
        </span>
      </p>
      <ul className="grid gap-1">
        {[5, 4, 3, 2, 1].map((each) => {
          const amount = histogram[each - 1] ?? 0;
          return (
            <li key={each}>
              <Link
                to="/p/$slug"
                params={{ slug }}
                search={(earlier) => ({ ...earlier, stars: stars === each ? undefined : each })}
                hash="reviews"
                resetScroll={false}
                aria-current={stars === each ? "true" : "false"}
                className="grid min-h-8 grid-cols-[1.5rem_1fr_3rem] items-center gap-2 rounded-input text-sm hover:bg-linen aria-[current=true]:font-semibold"
              >
                <span>
                  <span aria-hidden>{each}</span>
                  <span className="sr-only">
                    <Plural value={each} one="# star:" other="# stars:" />
                  </span>
                </span>
                <Bar share={count === 0 ? 0 : amount / count} />
                <span className="text-right text-muted">{amount}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {stars !== undefined && (
        <Link
          to="/p/$slug"
          params={{ slug }}
          search={(earlier) => ({ ...earlier, stars: undefined })}
          hash="reviews"
          resetScroll={false}
          className="text-sm text-spruce underline"
        >
          <Trans>Show all reviews</Trans>
        </Link>
      )}
    </div>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden width="100%" height="8">
      <rect width="100%" height="8" rx="4" className="fill-shelf" />
      {share > 0 && <rect width={`${share * 100}%`} height="8" rx="4" className="fill-honey" />}
    </svg>
  );
}
