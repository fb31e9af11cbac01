import { endOf, startOf } from "#admin/moscow-day.ts";
import { textOf } from "#core/search-params.ts";

const KEYS = ["actorId", "action", "subjectKind", "subjectId", "from", "until"] as const;
/** Filters as the address has them; days as "2026-11-24", in Moscow. */
export type AuditSearch = Partial<Record<(typeof KEYS)[number], string>>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(text));
const FITS: Record<keyof AuditSearch, (text: string) => boolean> = {
  actorId: (text) => ID.test(text),
  action: (text) => text.length <= 60,
  subjectKind: (text) => text.length <= 30,
  subjectId: (text) => text.length <= 100,
  from: isDay,
  until: isDay,
};

/** What an address asks for; what makes no sense is left out. */
export const searchOf = (raw: Record<string, unknown>): AuditSearch =>
  Object.fromEntries(
    KEYS.flatMap((key) => {
      const text = textOf(raw, key)?.trim();
      return text && FITS[key](text) ? [[key, text]] : [];
    }),
  );

/** The same for the API: whole days become instants, the last one included. */
export const filterOf = ({ from, until, ...rest }: AuditSearch) => ({
  ...rest,
  ...(from && { from: startOf(from) }),
  ...(until && { until: endOf(until) }),
});
