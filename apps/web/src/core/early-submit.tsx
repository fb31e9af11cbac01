import { ScriptOnce, useHydrated } from "@tanstack/react-router";
import { useEffect } from "react";

declare global {
  interface Window {
    /** The button by which a form was last submitted. */
    submittedBy?: HTMLElement | null;
  }
}

/** Forms with an action go by themselves; a browser that sends one of the others loses all that was typed into it. */
const KEEP = `addEventListener("submit",e=>{if(e.target.method==="post"&&!e.target.hasAttribute("action")){e.preventDefault();submittedBy=e.submitter}},true)`;

/** Keeps a form that is submitted before the page's script answers, and submits it once the script does. */
export function EarlySubmit() {
  const hydrated = useHydrated();
  useEffect(() => {
    // A click, which makes React hydrate the form on the spot where it has not yet.
    if (hydrated) window.submittedBy?.click();
  }, [hydrated]);
  return <ScriptOnce>{KEEP}</ScriptOnce>;
}
