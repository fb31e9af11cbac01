import type { Locale } from "@vitrina/domain/core";

/** Markup whose every part was either written in a template or escaped. */
export interface Html {
  readonly markup: string;
}
type Part = string | number | Html | readonly Html[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/** A template of HTML: what is put in is escaped, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = strings.reduce((text, string, index) => {
    const part = index === 0 ? "" : markupOf(parts[index - 1] ?? "");
    return text + part + string;
  }, "");
  return { markup };
}

function markupOf(part: Part): string {
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

const SHOP_NAME: Record<Locale, string> = { ru: "Витрина", en: "Vitrina" };

const FOOTER: Record<Locale, string> = {
  ru: "Это письмо отправлено автоматически: отвечать на него не нужно.",
  en: "This letter was sent automatically: there is no need to reply.",
};

/** What letters are made of: the same words as text and as HTML. */
export interface LetterBody {
  locale: Locale;
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** A rich part and its plain equivalent, between the paragraphs and the button. */
  insert?: { html: Html; text: string };
  button?: { label: string; url: string };
  /** A lesser link below, such as the one that ends letters of this sort. */
  wayOut?: { label: string; url: string };
}

/** Renders a letter in the shop's dress. Tables and inline styles, because mail programs know little else. */
export function renderLetter({ locale, subject, greeting, paragraphs, insert, button, wayOut }: LetterBody) {
  const text = [
    greeting,
    ...paragraphs,
    ...(insert ? [insert.text] : []),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    ...(wayOut ? [`${wayOut.label}: ${wayOut.url}`] : []),
    `${SHOP_NAME[locale]}\n${FOOTER[locale]}`,
  ].join("\n\n");
  const content = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body
        style="margin:0;background:#f6f2ec;color:#2b2a27;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif"
      >
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:600px;background:#ffffff;border-radius:12px"
              >
                <tr>
                  <td style="padding:24px 32px 0;font-size:20px;font-weight:700">${SHOP_NAME[locale]}</td>
                </tr>
                <tr>
                  <td style="padding:16px 32px 32px">
                    <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${greeting}</h1>
                    ${paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${paragraph}</p>`)}
                    ${insert?.html ?? ""} ${button ? buttonOf(button) : ""} ${wayOut ? wayOutOf(wayOut) : ""}
                  </td>
                </tr>
              </table>
              <p style="margin:16px 0 0;font-size:13px;color:#6b6760">${FOOTER[locale]}</p>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
  return { subject: oneLine(subject), text, html: content.markup };
}

const buttonOf = ({ label, url }: { label: string; url: string }): Html =>
  html`<p style="margin:24px 0 0">
    <a
      href="${url}"
      style="display:inline-block;padding:12px 24px;border-radius:8px;background:#2b2a27;color:#ffffff;text-decoration:none"
      >${label}</a
    >
  </p>`;

const wayOutOf = ({ label, url }: { label: string; url: string }): Html =>
  html`<p style="margin:24px 0 0;font-size:13px">
    <a href="${url}" style="color:#6b6760">${label}</a>
  </p>`;

/** «24 ноября 2026 г.», "24 November 2026": the day in the shop's zone. */
export const dayOf = (locale: Locale, instant: string): string =>
  new Date(instant).toLocaleDateString(locale === "ru" ? "ru-RU" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Moscow",
  });

/** A subject is one header line, whatever was put into it. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
