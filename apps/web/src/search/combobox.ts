import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** Milliseconds without a key after which the text counts as typed. */
const PAUSE = 80;

interface ListBox {
  /** Of the list; its options are called `<id>-0` and so on. */
  id: string;
  /** How many options there are. */
  count: number;
  /** Is told what stands in the field once typing pauses. */
  onPause: (text: string) => void;
}

interface Combobox {
  isOpen: boolean;
  /** The option that Enter chooses; -1 for none. */
  active: number;
  close: () => void;
}

/**
 * Makes a combobox of a text field that is there already: arrows lead through the list while the focus stays in the
 * field, Enter chooses, Escape closes and keeps what was typed.
 */
export function useCombobox(input: RefObject<HTMLInputElement | null>, { id, count, onPause }: ListBox): Combobox {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  const onType = useEffectEvent((typed: string) => {
    onPause(typed.trim());
    setActive(-1);
    setOpen(true);
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || count === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      // The field itself is one more stop on the way round.
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(((active + step + count + 2) % (count + 1)) - 1);
    }
    if (!isOpen) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
    if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      document.getElementById(`${id}-${active}`)?.click();
    }
  });
  const onLeave = useEffectEvent(close);

  useEffect(() => {
    const field = input.current;
    if (!field) return;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const type = () => {
      clearTimeout(pause);
      pause = setTimeout(() => onType(field.value), PAUSE);
    };
    field.addEventListener("input", type, { signal });
    field.addEventListener("keydown", (event) => onKey(event), { signal });
    field.addEventListener("blur", () => onLeave(), { signal });
    // Typed before this script came.
    if (field.value !== field.defaultValue) type();
    return () => {
      clearTimeout(pause);
      listening.abort();
    };
  }, [input]);

  const isShown = isOpen && count > 0;
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", id);
    field.setAttribute("aria-expanded", String(isShown));
    if (isShown && active >= 0) {
      field.setAttribute("aria-activedescendant", `${id}-${active}`);
      document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }, [input, id, isShown, active]);

  return { isOpen, active, close };
}
