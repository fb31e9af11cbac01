import { type RefObject, useEffect } from "react";

/** Keeps what was typed into a form for this tab, so that a reload or a failure loses nothing. */
export function useDraft(form: RefObject<HTMLFormElement | null>, name: string): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const kept = JSON.parse(sessionStorage.getItem(name) ?? "{}") as Record<string, string>;
    for (const field of element.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      "input, select:not([name=country])",
    ))
      if (field.type !== "checkbox" && field.type !== "radio" && kept[field.name]) field.value = kept[field.name] ?? "";
    const keep = () => {
      const texts = [...new FormData(element)].filter(([, value]) => typeof value === "string");
      sessionStorage.setItem(name, JSON.stringify(Object.fromEntries(texts)));
    };
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [form, name]);
}
