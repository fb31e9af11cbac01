import { FactorAbsent, InvalidEmail } from "@vitrina/domain/auth";
import { NotFound } from "@vitrina/domain/core";
import { Reason } from "@vitrina/domain/users";
import { Secret, TOTP } from "otpauth";
import { Misuse, type OperatorCommand } from "#shop/command.ts";

export const factorCommand: OperatorCommand = {
  summary: "remove the second factor of somebody who lost phone and recovery codes",
  help: `pnpm shop factor <e-mail> --reason <words>

Removes the second factor of an account, for instance of the only admin, ends its sessions and tells its owner by mail.
Whoever asks for it should be known to you: the password alone opens the account from then on.
  --reason   why; it is kept in the audit trail`,
  options: { reason: { type: "string" } },
  async run({ services }, { values: { reason }, positionals: [email] }) {
    const why = Reason.safeParse(reason);
    if (!email || !why.success)
      throw new Misuse(
        'Name address and reason, 3 to 500 characters: pnpm shop factor anna@shop.example --reason "phone stolen"',
      );
    await services.auth.factor.removeByOperator(email, why.data).catch((error: unknown) => {
      if (error instanceof NotFound || error instanceof InvalidEmail)
        throw new Misuse(`There is no account of ${email}.`);
      throw error instanceof FactorAbsent ? new Misuse(`${email} has no second factor.`) : error;
    });
    console.log(`${email} signs in by password alone now`);
  },
};

export const codeCommand: OperatorCommand = {
  summary: "the code of a second factor's key, to try it without a phone",
  help: `pnpm shop code <key>

Shows what an authenticator app would: the code of this half minute for the key that the page "Security" shows.`,
  async run({ now }, { positionals }) {
    const key = positionals.join("").toUpperCase();
    if (!/^[A-Z2-7]{16,}$/.test(key)) throw new Misuse("Name the key that the page shows: pnpm shop code JBSW Y3DP …");
    console.log(new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: now().getTime() }));
  },
};
