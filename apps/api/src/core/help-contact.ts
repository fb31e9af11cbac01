import * as z from "zod";

/** A link that says where it leads. */
export interface HelpLink {
  href: string;
  text: string;
}

const Page = z.url({ protocol: /^https$/ });
const PHONE = /^\+[\d\s()-]{6,30}$/;

/** Where shoppers ask for help: an e-mail address, a phone number that begins with +, or a page. */
export const HelpContact = z
  .string()
  .trim()
  .max(200)
  .transform((given, { addIssue }): HelpLink => {
    if (z.email().safeParse(given).success) return mailTo(given);
    if (PHONE.test(given)) return { href: `tel:+${given.replaceAll(/\D/g, "")}`, text: given };
    if (Page.safeParse(given).success)
      return { href: new URL(given).href, text: given.replace(/^https:\/\//i, "").replace(/\/$/, "") };
    addIssue("must be an e-mail address, a phone number such as +7 495 123-45-67, or a page at https://");
    return z.NEVER;
  });

/** The address of a sender such as `Shop <shop@example.com>`. */
export const senderLink = (sender: string): HelpLink => mailTo(/<([^<>]+)>/.exec(sender)?.[1] ?? sender);

const mailTo = (address: string): HelpLink => ({ href: `mailto:${encodeURI(address)}`, text: address });
