import type { Locale } from "@vitrina/domain/core";
import type { StoredTexts, Subject, Translatable, TranslatedField } from "./translations.ts";

export interface TranslationsReader {
  find(subject: Subject): Promise<StoredTexts | null>;
  /** What lacks a text in the language, or has a stale one, behind `after` by id or code; archived products left out. */
  unfinished(
    asked: { kind: Translatable; locale: Locale },
    page: { after: string; limit: number },
  ): Promise<StoredTexts[]>;
}

export interface TranslationsRepository extends TranslationsReader {
  /** As `find`; held until the transaction ends. */
  lock(subject: Subject): Promise<StoredTexts | null>;
  /** Other languages stay; the version is one more. */
  save(
    subject: Subject,
    change: { locale: Locale; texts: Partial<Record<TranslatedField, string>>; at: Date },
  ): Promise<void>;
  /** They are right as they are. */
  confirm(subject: Subject, locale: Locale, fields: readonly TranslatedField[]): Promise<void>;
}
