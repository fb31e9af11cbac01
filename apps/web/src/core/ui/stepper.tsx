import { useLingui } from "@lingui/react/macro";
import { IconButton } from "#core/ui/button.tsx";
import { MinusIcon, PlusIcon } from "#core/ui/icons.tsx";

interface StepperProps {
  /** What is counted, for the names of the controls. */
  label: string;
  value: number;
  min?: number;
  max?: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** A quantity with minus, plus and a field to type into. */
export function Stepper({ label, value, min = 1, max = 99, disabled = false, onChange }: StepperProps) {
  const { t } = useLingui();
  const set = (wanted: number) => {
    const allowed = Math.min(max, Math.max(min, wanted));
    if (Number.isSafeInteger(allowed) && allowed !== value) onChange(allowed);
  };

  return (
    <fieldset aria-label={label} className="inline-flex items-center rounded-button border border-edge">
      <IconButton
        label={t`Fewer`}
        className="size-11"
        disabled={disabled || value <= min}
        onClick={() => set(value - 1)}
      >
        <MinusIcon size={18} />
      </IconButton>
      <input
        key={value}
        aria-label={label}
        inputMode="numeric"
        className="w-10 bg-transparent text-center tabular-nums"
        defaultValue={value}
        disabled={disabled}
        onBlur={(event) => set(Number.parseInt(event.currentTarget.value, 10))}
        onKeyDown={(event) => event.key === "Enter" && set(Number.parseInt(event.currentTarget.value, 10))}
      />
      <IconButton
        label={t`More`}
        className="size-11"
        disabled={disabled || value >= max}
        onClick={() => set(value + 1)}
      >
        <PlusIcon size={18} />
      </IconButton>
    </fieldset>
  );
}
