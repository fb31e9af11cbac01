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
  autoComplete: "current-password" | "new-password";
  label?: ReactNode;
  name?: string;
  minLength?: number;
  shown?: boolean;
}

export function PasswordField({
  autoComplete,
  label = <Trans>Password</Trans>,
  name = "password",
  minLength,
  shown = false,
  ...props
}: PasswordFieldProps) {
  return (
    <Field label={label} {...props}>
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
