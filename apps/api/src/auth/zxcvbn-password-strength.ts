import type { PasswordStrength } from "@vitrina/domain/auth";
import { inPasswordThread } from "#auth/password-threads.ts";
import { createAdmission } from "#core/admission.ts";

/** zxcvbn in a thread: to load its lists takes half a second and each judgement tens of milliseconds. @throws Busy */
export function createZxcvbnPasswordStrength(): PasswordStrength {
  const admit = createAdmission(1);
  return {
    estimate: (password, words) => admit(() => inPasswordThread({ kind: "strength", password, words })),
  };
}
