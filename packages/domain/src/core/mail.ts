/** A rendered letter. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where a mail program's own button ends letters of this sort with one POST (RFC 8058); the same address is a page. */
  unsubscribe?: string;
}
export interface MailSender {
  /** `messageId` makes a repeated delivery recognisable. */
  send(letter: Letter, messageId: string): Promise<void>;
}

/** Seals a secret that only a letter may tell, under a key that is not in the database; the letter's writer opens it. */
export interface LetterSeal {
  seal(secret: string): string;
}
