/** A rendered letter. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}
export interface MailSender {
  /** `messageId` makes a repeated delivery recognisable. */
  send(letter: Letter, messageId: string): Promise<void>;
}
