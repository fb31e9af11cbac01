import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Button } from "#core/ui/button.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** Codes that are told this once, to be copied, kept as a file or printed; `onDone` puts them away. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useLingui();
  const showToast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${t`Vitrina: recovery codes. Each works once.`}\n\n${codes.join("\n")}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ message: t`The codes are copied.` });
    } catch {
      showToast({ message: t`The browser did not let us copy them. Save them as a file instead.` });
    }
  };

  return (
    <div className="grid max-w-[640px] gap-4 rounded-button border border-shelf bg-card p-5 print:fixed print:inset-0 print:z-50 print:max-w-none print:content-start print:rounded-none print:border-0 print:bg-white print:text-black">
      <h3 ref={heading} tabIndex={-1} className="text-h3">
        <Trans>Save your recovery codes now</Trans>
      </h3>
      <p>
        <Trans>
          They are shown this once. Each of them lets you in one time when the app is not at hand: keep them where you
          will not lose them together with your phone.
        </Trans>
      </p>
      <ol className="grid gap-x-8 gap-y-1 font-mono text-sm md:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="py-1 whitespace-nowrap select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button tone="secondary" size="dense" onClick={() => void copy()}>
          <Trans>Copy</Trans>
        </Button>
        <Button tone="secondary" size="dense" onClick={() => saveAsFile(text)}>
          <Trans>Save as a file</Trans>
        </Button>
        <Button tone="secondary" size="dense" onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
      <Button className="justify-self-start print:hidden" onClick={onDone}>
        <Trans>I have saved them</Trans>
      </Button>
    </div>
  );
}

function saveAsFile(text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = Object.assign(document.createElement("a"), { href, download: "vitrina-recovery-codes.txt" });
  link.click();
  URL.revokeObjectURL(href);
}
