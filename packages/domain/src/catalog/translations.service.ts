import {
  type Audit,
  type Clock,
  InvalidCursor,
  Locale,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { abridged } from "./product-audit.ts";
import type { TranslationsReader, TranslationsRepository } from "./translations.repository.ts";
import {
  NothingToTranslate,
  readLocale,
  sheetOf,
  type StoredTexts,
  type Subject,
  type Translatable,
  TranslatedField,
  type TranslationChange,
  type TranslationSheet,
} from "./translations.ts";

export const TRANSLATIONS_PER_PAGE = 20;
/** An id, or the code of an attribute. */
const CURSOR = /^[^\0]{1,100}$/;

interface Dependencies {
  translations: TranslationsReader;
  transact: Transact<{ translations: TranslationsRepository; audit: Audit }>;
  clock: Clock;
}
interface Search {
  kind: Translatable;
  locale: string;
  cursor?: string | undefined;
}

/** Texts of the catalogue in the shop's other languages (CAT-13). */
export function createTranslationsService({ translations, transact, clock }: Dependencies) {
  return {
    /** In each language. @throws NotFound */
    async get(subject: Subject): Promise<TranslationSheet[]> {
      const stored = found(await translations.find(subject));
      return Locale.options.map((locale) => sheetOf(stored, locale));
    },

    /** What is missing or stale. @throws LocaleUnknown @throws InvalidCursor */
    async list({ kind, locale: wanted, cursor = "" }: Search) {
      const locale = readLocale(wanted);
      if (cursor !== "" && !CURSOR.test(cursor)) throw new InvalidCursor({});
      const page = { after: cursor, limit: TRANSLATIONS_PER_PAGE + 1 };
      const rows = await translations.unfinished({ kind, locale }, page);
      const shown = rows.slice(0, TRANSLATIONS_PER_PAGE);
      return {
        sheets: shown.map((stored) => sheetOf(stored, locale)),
        nextCursor: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      };
    },

    /** @throws LocaleUnknown @throws NotFound @throws StaleVersion @throws NothingToTranslate */
    save: (actorId: string, change: TranslationChange): Promise<TranslationSheet> =>
      transact(async (scope) => {
        const locale = readLocale(change.locale);
        const subject = { kind: change.kind, id: change.id };
        const stored = found(await scope.translations.lock(subject));
        if (stored.version !== change.version) throw new StaleVersion({ what: change.kind, current: stored.version });
        const { fresh, right } = sortOut(stored, { ...change, locale });
        if (Object.keys(fresh).length > 0)
          await scope.translations.save(subject, { locale, texts: fresh, at: clock() });
        await scope.translations.confirm(subject, locale, right);
        await scope.audit.record({
          action: "catalog.translated",
          actor: { kind: "user", id: actorId },
          subject,
          before: abridged(
            inTrail(locale, (field) => (field in fresh ? (stored.texts[field]?.[locale] ?? null) : undefined)),
          ),
          after: abridged({ ...inTrail(locale, (field) => fresh[field]), confirmed: right }),
        });
        return sheetOf(found(await scope.translations.find(subject)), locale);
      }),
  };
}
export type TranslationsService = ReturnType<typeof createTranslationsService>;

/** What is written anew, and what is right as it is: a text that was saved unchanged is, too. */
function sortOut(stored: StoredTexts, { texts, confirmed, locale }: TranslationChange & { locale: Locale }) {
  const given = TranslatedField.options.filter((field) => texts[field] !== undefined);
  const absent = [...given, ...confirmed].find((field) => Object.keys(stored.texts[field] ?? {}).length === 0);
  if (absent) throw new NothingToTranslate({ field: absent });
  const changed = given.filter((field) => stored.texts[field]?.[locale] !== texts[field]);
  return {
    fresh: Object.fromEntries(changed.map((field) => [field, texts[field] ?? ""])) as Partial<
      Record<TranslatedField, string>
    >,
    right: [...new Set([...given, ...confirmed])],
  };
}

const inTrail = (locale: Locale, textOf: (field: TranslatedField) => string | null | undefined) =>
  Object.fromEntries(
    TranslatedField.options.flatMap((field) => {
      const text = textOf(field);
      return text === undefined ? [] : [[`${field} ${locale}`, text]];
    }),
  );

function found(stored: StoredTexts | null): StoredTexts {
  if (!stored) throw new NotFound({ what: "text" });
  return stored;
}
