import { randomBytes } from "node:crypto";
import { InvalidEmail } from "@vitrina/domain/auth";
import { DEFAULT_LOCALE, Locale } from "@vitrina/domain/core";
import { PersonName, SystemRole } from "@vitrina/domain/users";
import * as z from "zod";
import { Misuse, type OperatorCommand } from "#shop/command.ts";

const Options = z.object({
  role: SystemRole.default("staff"),
  name: PersonName.optional(),
  locale: Locale.default(DEFAULT_LOCALE),
});

export const userCommand: OperatorCommand = {
  summary: "make an account, for instance of a shopkeeper",
  help: `pnpm shop user <e-mail> [--role customer|staff|admin] [--name <name>] [--locale ru|en]

Makes an account and shows its password once. An address that has an account keeps it as it is.
  --role     staff unless told
  --name     the part of the address before the @ unless told
  --locale   ru unless told`,
  options: { role: { type: "string" }, name: { type: "string" }, locale: { type: "string" } },
  async run({ services }, { values, positionals: [email] }) {
    const options = Options.safeParse(values);
    if (!options.success) throw new Misuse(z.prettifyError(options.error));
    if (!email) throw new Misuse("Name the address: pnpm shop user anna@shop.example --role staff");
    const { role, locale, name = email.split("@")[0] ?? email } = options.data;
    const password = randomBytes(15).toString("base64url");
    const account = { email, password, name, locale, role };
    const { created } = await services.auth.createUser(account).catch((error: unknown) => {
      throw error instanceof InvalidEmail ? new Misuse(`${email} is no e-mail address.`) : error;
    });
    console.log(created ? `${email} (${role})\npassword: ${password}` : `${email} has an account already`);
  },
};
