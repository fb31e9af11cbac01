import { useEffect, useState } from "react";

/** A pause in the typing, milliseconds. */
const PAUSE = 400;

/** What is being written, as it stood when the typing last paused; told apart by its JSON. */
export function useSettled<Written>(written: Written): Written {
  const [settled, setSettled] = useState(written);
  const text = JSON.stringify(written);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Written), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
