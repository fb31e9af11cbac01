import type { MailSender } from "@vitrina/domain/core";
import { createTransport } from "nodemailer";

/** Delivers by the server at `url` (smtp:// or smtps://, credentials inside); `from` as in `Shop <shop@example.com>`. */
export function createSmtpSender({ url, from }: { url: string; from: string }): MailSender & { close(): void } {
  const transport = createTransport({ url, pool: true, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send({ unsubscribe, ...letter }, messageId) {
      const headers = unsubscribe && {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      };
      await transport.sendMail({ ...letter, from, messageId, ...(headers && { headers }) });
    },
    close: () => transport.close(),
  };
}
