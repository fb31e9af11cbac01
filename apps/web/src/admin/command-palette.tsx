import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { type Command, useCommands } from "#admin/use-commands.ts";
import { Button } from "#core/ui/button.tsx";
import { SearchIcon } from "#core/ui/icons.tsx";

/** Goes to any room, product, order, customer or collection by its name: a button, and Ctrl or ⌘ with K. */
export function CommandPalette() {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  useEffect(() => {
    // By its place on the keyboard: in the Russian layout this key writes another letter.
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <Button
        tone="quiet"
        size="dense"
        className="min-h-11 min-w-11"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <SearchIcon />
        <span className="max-sm:sr-only">
          <Trans>Find and go</Trans>
        </span>
        <kbd className="text-xs text-muted max-sm:hidden" aria-hidden>
          Ctrl K
        </kbd>
      </Button>
      <dialog
        ref={dialog}
        aria-label={t`Find and go`}
        className="mx-auto mt-[10dvh] mb-0 w-[min(640px,calc(100vw-32px))] rounded-button bg-card p-3 shadow-overlay"
        onClose={() => setOpen(false)}
        closedby="any"
      >
        {open && <Finder onDone={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function Finder({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const id = useId();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const groups = useCommands(useDeferredValue(text.trim()));
  const commands = groups.flatMap((group) => group.commands);
  const chosen = commands[Math.min(active, commands.length - 1)];
  const go = ({ link }: Command) => {
    onDone();
    void router.navigate(link);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && chosen) {
      event.preventDefault();
      setActive((commands.indexOf(chosen) + step + commands.length) % commands.length);
    }
    if (event.key === "Enter" && chosen) {
      event.preventDefault();
      go(chosen);
    }
  };
  return (
    <>
      <input
        role="combobox"
        aria-label={t`Room, product, order, customer or collection`}
        placeholder={t`Room, product, order, customer or collection`}
        aria-expanded={commands.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${id}-${chosen.key}`}
        ref={field}
        autoComplete="off"
        maxLength={100}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="min-h-12 w-full rounded-input border border-edge bg-card px-3 text-base text-ink placeholder:text-muted"
      />
      <p role="status" className="sr-only">
        {commands.length === 0 && t`Nothing is called so`}
      </p>
      <div
        id={id}
        role="listbox"
        aria-label={t`Find and go`}
        tabIndex={-1}
        className="max-h-[60dvh] overflow-y-auto pt-2"
      >
        {groups.map(({ name, commands: own }) => (
          <div key={name} role="group" aria-label={name}>
            <div aria-hidden className="px-2 pt-2 pb-1 text-xs text-muted">
              {name}
            </div>
            {own.map((command) => (
              <Row
                key={command.key}
                id={`${id}-${command.key}`}
                command={command}
                chosen={command === chosen}
                onGo={() => go(command)}
              />
            ))}
          </div>
        ))}
        {commands.length === 0 && (
          <div role="option" aria-disabled aria-selected={false} className="px-2 py-3 text-muted">
            <Trans>Nothing is called so.</Trans>
          </div>
        )}
      </div>
    </>
  );
}

interface RowProps {
  id: string;
  command: Command;
  chosen: boolean;
  onGo: () => void;
}

function Row({ id, command, chosen, onGo }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    // The keyboard stays in the field, which leads through the rows.
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded-button px-2 py-1 hover:bg-linen aria-selected:bg-linen"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onGo}
      onKeyDown={(event) => event.key === "Enter" && onGo()}
    >
      <span className="wrap-anywhere">{command.title}</span>
      {command.hint && <span className="text-muted wrap-anywhere">{command.hint}</span>}
    </div>
  );
}
