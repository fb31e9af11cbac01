/** Where shoppers ask for help, as a link that says where it leads. */
export interface HelpLink {
  href: string;
  text: string;
}

/** In the browser, until the page has told. */
export const NO_HELP: HelpLink = { href: "", text: "" };
