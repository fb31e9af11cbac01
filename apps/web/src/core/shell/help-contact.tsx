import { useApp } from "#core/app.ts";

/** Leads to who answers questions, and reads as what it leads to. */
export function HelpContact() {
  const { href, text } = useApp().help;
  return (
    <a href={href} className="inline-block max-w-full py-1.5 wrap-anywhere text-spruce underline">
      {text}
    </a>
  );
}
