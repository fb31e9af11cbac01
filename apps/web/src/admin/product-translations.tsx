import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import type { Product } from "#admin/product-model.ts";
import { Language, TranslationForm } from "#admin/translation-form.tsx";
import { type TranslationSheet, unfinished } from "#admin/translation-model.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Alert } from "#core/ui/states.tsx";

/** How far a product is translated, and the way to finish it. */
export function ProductTranslations({ product: { id, version } }: { product: Pick<Product, "id" | "version"> }) {
  const found = useQuery(useApi().catalog.translations.get.queryOptions({ kind: "product", id }));
  const explain = useExplainProductRefusal();
  if (found.error) return <Alert>{explain(refusalOf(found.error))}</Alert>;
  if (!found.data) return <p className="text-muted">…</p>;
  return (
    <div className="grid gap-6">
      {found.data.map((sheet) => (
        <InOne key={`${sheet.locale} ${sheet.version} ${version}`} sheet={sheet} />
      ))}
    </div>
  );
}

function InOne({ sheet }: { sheet: TranslationSheet }) {
  const { locale, fields } = sheet;
  const left = unfinished(sheet);
  const [done, all] = [fields.length - left.length, fields.length];
  return (
    <div className="grid gap-2">
      <p>
        <Language locale={locale} />:{" "}
        <Trans>
          {done} of {all} texts
        </Trans>
        {left.some(({ state }) => state === "stale") && (
          <span className="text-rowan">
            {" "}
            <Trans>(the source has changed)</Trans>
          </span>
        )}
      </p>
      {left.length > 0 && (
        <TranslationForm
          sheet={{ ...sheet, fields: left }}
          save={<Trans>Save the translation</Trans>}
          onSaved={() => {}}
        />
      )}
    </div>
  );
}
