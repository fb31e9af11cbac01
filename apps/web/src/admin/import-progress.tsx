import { Trans, useLingui } from "@lingui/react/macro";
import { type Import, isUnderWay } from "#admin/import-model.ts";
import { useStateText } from "#admin/import-texts.ts";
import { useLocale } from "#core/app.ts";

/** How far it has come, and what became of the rows. */
export function ImportProgress({ sheet }: { sheet: Import }) {
  const { t } = useLingui();
  const state = useStateText()[sheet.state];
  const locale = useLocale();
  const shown = (count: number) => count.toLocaleString(locale);
  const tried = sheet.state === "checking" || sheet.state === "checked";
  const figures: [string, number][] = [
    [t`Rows`, sheet.rows],
    [tried ? t`would be new` : t`new`, sheet.created],
    [tried ? t`would change` : t`changed`, sheet.changed],
    [t`unchanged`, sheet.unchanged],
    [t`rejected`, sheet.rejected],
    [t`parts left out`, sheet.notices],
  ];
  return (
    <section className="grid gap-3" aria-labelledby="import-state">
      <h2 id="import-state" className="text-h2" aria-live="polite">
        {state}
      </h2>
      {isUnderWay(sheet) && sheet.state !== "undoing" && (
        <progress
          aria-label={state}
          value={sheet.bytes > 0 ? sheet.position / sheet.bytes : 0}
          max={1}
          className="h-3 w-full max-w-xl accent-spruce"
        />
      )}
      {sheet.state !== "uploaded" && (
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {figures.map(([name, count]) => (
            <div key={name}>
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="text-h3">{shown(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {isUnderWay(sheet) && (
        <p className="text-muted">
          <Trans>You may leave this page: the shop goes on by itself, also after a restart.</Trans>
        </p>
      )}
    </section>
  );
}
