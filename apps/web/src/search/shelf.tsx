import type { ReactNode } from "react";
import { type CardAction, type ListingRow, ProductCard } from "#search/product-card.tsx";

interface Shelf {
  rows: ListingRow[];
  action: CardAction;
}

/** Rows of cards without gaps, so that their pictures stand on one shelf. */
export function ShelfGrid({ rows, eager = 0, action }: Shelf & { eager?: number }) {
  return (
    <ul className="grid grid-cols-2 gap-y-6 md:grid-cols-3 lg:grid-cols-4">
      {rows.map((row, index) => (
        <li key={row.productId}>
          <ProductCard row={row} eager={index < eager} action={action} />
        </li>
      ))}
    </ul>
  );
}

/** One shelf to walk along; hidden when it is empty. */
export function ShelfRow({ title, rows, id, action }: Shelf & { title: ReactNode; id: string }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} className="text-h2">
        {title}
      </h2>
      <ul
        aria-labelledby={id}
        className="-mx-4 flex snap-x scroll-px-4 overflow-x-auto px-4 md:mx-0 md:scroll-px-0 md:px-0"
      >
        {rows.map((row) => (
          <li key={row.productId} className="w-1/2 shrink-0 snap-start md:w-1/3 lg:w-1/5">
            <ProductCard row={row} action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}
