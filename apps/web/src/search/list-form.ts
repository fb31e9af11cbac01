import { type LinkProps, useNavigate } from "@tanstack/react-router";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { parseSearch, stringifySearch } from "#core/search-params.ts";
import { fromStart, type ListSearch, readListSearch } from "#search/list-search.ts";

export interface Listing {
  search: ListSearch;
  /** The same list with other wishes. */
  linkTo: (search: ListSearch) => LinkProps;
  linkToCategory: (slug: string) => LinkProps;
  /** Where the form goes without JavaScript. */
  action: string;
}

/** Reads a form as the browser would send it: the address is the same with and without JavaScript. */
function searchOf(form: HTMLFormElement): ListSearch {
  const params = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (typeof value === "string") params.append(key, value);
  return readListSearch(parseSearch(params.toString()));
}

/**
 * A form that says what the address says: `apply` goes where the form points to; whenever the address changes, the
 * fields follow, but not one that is being typed into. What was ticked before the page answered is applied once it does.
 */
export function useListForm({ search, linkTo }: Pick<Listing, "search" | "linkTo">): {
  form: RefObject<HTMLFormElement | null>;
  apply: (form: HTMLFormElement | null) => void;
} {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const isFilled = useRef(false);
  const address = stringifySearch(fromStart(search));
  const apply = (changed: HTMLFormElement | null) => {
    if (!changed) return;
    const wanted = searchOf(changed);
    if (stringifySearch(wanted) !== address) void navigate({ ...linkTo(wanted), resetScroll: false });
  };

  const follow = useEffectEvent(() => {
    if (!form.current) return;
    if (isFilled.current) fill(form.current, search);
    else if (isTouched(form.current)) apply(form.current);
    isFilled.current = true;
  });
  useEffect(() => follow(), [address]);
  return { form, apply };
}

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((field) => field instanceof HTMLInputElement).filter(({ name }) => name !== "");
const isBox = ({ type }: HTMLInputElement) => type === "checkbox" || type === "radio";

const isTouched = (form: HTMLFormElement) =>
  fieldsOf(form).some((field) =>
    isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue,
  );

function fill(form: HTMLFormElement, { sort }: ListSearch): void {
  const order = form.elements.namedItem("sort");
  if (order instanceof HTMLSelectElement) order.value = sort ?? "relevance";
  for (const field of fieldsOf(form)) {
    if (isBox(field)) field.checked = field.defaultChecked;
    else if (field !== document.activeElement) field.value = field.defaultValue;
  }
}
