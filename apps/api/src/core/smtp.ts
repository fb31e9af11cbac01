import type { MailSender } from "@vitrina/domain/core";
import { createTransport } from "nodemailer";

/** Delivers by the server at `url` (smtp:// or smtps://, credentials inside); `from` as in `Shop <shop@example.com>`. */
export function createSmtpSender({ url, from }: { url: string; from: string }): MailSender & { close(): void } {
  const transport = createTransport({ url, pool: true, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(letter, messageId) {
      await transport.sendMail({ ...letter, from, messageId });
    },
    close: () => transport.close(),
  };
}
