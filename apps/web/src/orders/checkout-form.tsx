import { Trans } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { type FormEvent, type ReactNode, useRef } from "react";
import { Totals } from "#core/ui/totals.tsx";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, Radio, TextInput } from "#core/ui/field.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";
import type { AddressBook, AddressForm } from "#core/address/address-texts.ts";
import { addressTyped } from "#core/address/address-typed.ts";
import { DeliveryChoice } from "#orders/delivery-choice.tsx";
import { Destination } from "#orders/destination.tsx";
import { Parcels } from "#orders/parcels.tsx";
import { useExplainOrderRefusal } from "#orders/explain-order-refusal.ts";
import { type Checkout, type Place, type Quote, useCheckout } from "#orders/use-checkout.ts";
import { useDraft } from "#orders/use-draft.ts";

/** Version of the consent text below: kept with each order. */
const CONSENT_VERSION = "2026-11";

interface CheckoutFormProps {
  /** Where the goods go until something else is chosen. */
  initial: Place;
  email: string;
  /** How each country that is served writes its addresses. */
  forms: AddressForm[];
  /** The shopper's saved addresses. */
  book: AddressBook;
  /** The last address, to save typing. */
  address: Partial<Record<string, string>>;
}

/** One page from contact to order: contact, delivery, payment, consent, and a button that names the sum. */
export function CheckoutForm({ initial, email, forms, book, address }: CheckoutFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const checkout = useCheckout(initial);
  const explain = useExplainOrderRefusal();
  useDraft(form, "checkout");
  const { quote, start, place } = checkout;
  const refusal = refusalOf(place.error);
  const message = place.error ? explain(refusal) : null;
  const field = faultyField(refusal);

  return (
    <form
      ref={form}
      method="post"
      onSubmit={(event) => submit(event, checkout)}
      className="grid items-start gap-8 lg:grid-cols-[7fr_5fr]"
    >
      <div className="grid gap-8">
        {start.error && <Alert>{explain(refusalOf(start.error))}</Alert>}
        {message && (field ? <ErrorSummary errors={[{ fieldId: field, message }]} /> : <Alert>{message}</Alert>)}
        <Section title={<Trans>Contact</Trans>}>
          <Field id="email" label={<Trans>E-mail</Trans>} hint={<Trans>The confirmation goes there.</Trans>}>
            {(control) => (
              <TextInput
                {...control}
                name="email"
                type="email"
                autoComplete="email"
                inputMode="email"
                maxLength={254}
                defaultValue={email}
                required
              />
            )}
          </Field>
        </Section>
        <Section title={<Trans>Delivery</Trans>}>
          <Destination
            book={book}
            forms={forms}
            checkout={checkout}
            defaults={address}
            fault={field && message ? { field, message } : null}
          />
          {quote ? <DeliveryChoice quote={quote} onChoose={checkout.setDeliveryCode} /> : null}
          {quote ? <Parcels quote={quote} checkout={checkout} /> : null}
        </Section>
        <Section title={<Trans>Payment</Trans>}>
          <Radio name="paymentMethod" value="on-delivery" defaultChecked>
            <Trans>When you receive the parcel, by card or in cash</Trans>
          </Radio>
        </Section>
      </div>
      <Review quote={quote} busy={place.isPending || place.isSuccess} waiting={start.isPending} />
    </form>
  );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4">
      <legend className="pb-2 text-h3">{title}</legend>
      {children}
    </fieldset>
  );
}

function Review({ quote, busy, waiting }: { quote: Quote | null; busy: boolean; waiting: boolean }) {
  const locale = useLocale();
  const total = quote && formatMoney(locale, { amount: quote.totals.total, currency: quote.totals.currency });
  return (
    <aside className="grid gap-4 bg-linen p-5 lg:sticky lg:top-6">
      <h2 className="text-h3">
        <Trans>Your order</Trans>
      </h2>
      {quote ? <Totals totals={quote.totals} /> : <p role="status">{waiting && <Trans>Counting…</Trans>}</p>}
      <Checkbox name="personalData" required>
        <Trans>I agree that my name, phone and address are used to deliver this order.</Trans>
      </Checkbox>
      <Checkbox name="marketing">
        <Trans>Write to me about new goods now and then.</Trans>
      </Checkbox>
      <Button type="submit" busy={busy} disabled={!quote?.delivery || waiting}>
        {total ? <Trans>Order for {total}</Trans> : <Trans>Place the order</Trans>}
      </Button>
      <p className="text-sm text-muted">
        <Trans>You pay when you receive the parcel.</Trans>
      </p>
    </aside>
  );
}

function faultyField(refusal: Refusal | null): string | null {
  if (refusal?.code === "orders.invalid-email") return "email";
  return refusal?.code === "users.invalid-address" ? refusal.details.field : null;
}

function submit(event: FormEvent<HTMLFormElement>, { quote, place, together }: Checkout): void {
  event.preventDefault();
  if (!quote?.delivery || place.isPending) return;
  const typed = typedIn(event.currentTarget);
  const addressId = typed("addressId");
  place.mutate({
    email: typed("email").trim(),
    ...(addressId ? { addressId } : { address: addressTyped(event.currentTarget) }),
    keepAddress: typed("keepAddress") !== "",
    together,
    deliveryCode: quote.delivery.code,
    paymentMethod: "on-delivery",
    consent: { personalData: true, textVersion: CONSENT_VERSION, marketing: typed("marketing") !== "" },
    quoteHash: quote.hash,
  });
}
