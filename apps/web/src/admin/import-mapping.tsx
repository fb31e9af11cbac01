import { Trans, useLingui } from "@lingui/react/macro";
import type { FormEvent } from "react";
import type { Import } from "#admin/import-model.ts";
import { useColumnTexts } from "#admin/import-texts.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";

export interface Plan {
  source: string;
  stock: number;
  columns: (string | null)[];
}

/** What the file's columns mean; a guess is made already. */
export function ImportMapping({ sheet, busy, onPlan }: { sheet: Import; busy: boolean; onPlan: (plan: Plan) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const columns = sheet.format === "csv" ? sheet.headers.map((_, index) => typed(`column-${index}`) || null) : [];
    onPlan({ source: typed("source"), stock: Number(typed("stock") || 0), columns });
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <div className="flex flex-wrap gap-4">
        <Field
          label={<Trans>Source</Trans>}
          hint={<Trans>Of products that name none: small Latin letters, digits, hyphens.</Trans>}
        >
          {(control) => (
            <TextInput
              {...control}
              name="source"
              required
              pattern="[a-z0-9][a-z0-9\-]{0,59}"
              defaultValue={sheet.source}
            />
          )}
        </Field>
        {sheet.feed && (
          <Field label={<Trans>Pieces of each new product</Trans>}>
            {(control) => (
              <TextInput {...control} name="stock" type="number" min={0} max={1000000} defaultValue={sheet.stock} />
            )}
          </Field>
        )}
      </div>
      {sheet.format === "csv" ? <Columns sheet={sheet} /> : <Lines sheet={sheet} />}
      <Button type="submit" busy={busy} className="justify-self-start">
        <Trans>Show what would happen</Trans>
      </Button>
    </form>
  );
}

function Columns({ sheet }: { sheet: Import }) {
  return (
    <ul className="grid">
      {sheet.headers.map((header, index) => (
        <li key={`${index} ${header}`} className="grid gap-2 border-b border-line py-3 sm:grid-cols-2 sm:gap-6">
          <Column header={header} name={`column-${index}`} chosen={sheet.columns[index] ?? null} />
          <Samples values={sheet.samples.map((row) => row[index] ?? "")} />
        </li>
      ))}
    </ul>
  );
}

const codeOf = (header: string) => header.trim().toLowerCase().replace(/\s+/g, "_").slice(0, 100) || "column";

function Column({ header, name, chosen }: { header: string; name: string; chosen: string | null }) {
  const { t } = useLingui();
  const texts = useColumnTexts();
  const code = codeOf(header);
  const own = [`attribute.${code}`, `option.${code}`];
  if (chosen && !texts[chosen] && !own.includes(chosen)) own.push(chosen);
  const wording = (column: string) => {
    const [, kind, rest = ""] = /^(attribute|option)\.(.*)$/s.exec(column) ?? [];
    return kind === "option" ? t`Option of the variant: ${rest}` : t`Attribute: ${rest}`;
  };
  return (
    <Field label={header || <Trans>(no header)</Trans>}>
      {(control) => (
        <Select {...control} name={name} defaultValue={chosen ?? ""}>
          <option value="">{t`Leave out`}</option>
          {Object.entries(texts).map(([column, text]) => (
            <option key={column} value={column}>
              {text}
            </option>
          ))}
          {own.map((column) => (
            <option key={column} value={column}>
              {wording(column)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Samples({ values }: { values: string[] }) {
  return (
    <div className="min-w-0 text-sm text-muted">
      <Trans>In the file:</Trans>
      <ul>
        {values.map((value, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no other name
          <li key={index} className="truncate">
            {value || "—"}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lines({ sheet }: { sheet: Import }) {
  return (
    <div className="grid gap-2">
      <p>
        {sheet.feed ? (
          <Trans>Lines of JSON, each a product as merchants' feeds have them. Their fields need no explanation.</Trans>
        ) : (
          <Trans>Lines of JSON with the columns of an export. They need no explanation.</Trans>
        )}
      </p>
      <pre className="max-h-48 overflow-auto rounded-button bg-linen p-3 text-xs">
        {sheet.headers
          .map((header, index) => `${header}: ${(sheet.samples[0]?.[index] ?? "").slice(0, 200)}`)
          .join("\n")}
      </pre>
    </div>
  );
}
