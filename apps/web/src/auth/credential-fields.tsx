import { Trans } from "@lingui/react/macro";
import type { ComponentProps, ReactNode } from "react";
import { Field, TextInput } from "#core/ui/field.tsx";

type FieldProps = ComponentProps<typeof Field>;

export function EmailField(props: Pick<FieldProps, "id" | "error">) {
  return (
    <Field label={<Trans>E-mail</Trans>} {...props}>
      {(control) => (
        <TextInput
          {...control}
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          maxLength={254}
          required
        />
      )}
    </Field>
  );
}

interface PasswordFieldProps extends Pick<FieldProps, "id" | "hint" | "error"> {
  /** "Password" unless told. */
  label?: ReactNode;
  name?: string;
  autoComplete: "current-password" | "new-password";
  minLength?: number;
  shown?: boolean;
}

export function PasswordField(field: PasswordFieldProps) {
  const { label, name = "password", autoComplete, minLength, shown = false, ...props } = field;
  return (
    <Field label={label ?? <Trans>Password</Trans>} {...props}>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          minLength={minLength}
          maxLength={128}
          required
        />
      )}
    </Field>
  );
}
