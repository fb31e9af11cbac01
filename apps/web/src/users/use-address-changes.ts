import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AddressBook } from "#core/address/address-texts.ts";
import { useApi } from "#core/app.ts";

/** One after another, so that each change starts from the answer before it. */
const SCOPE = { id: "addresses" };

/** Changes of the person's address book. Each answer is the whole book and is shown at once. */
export function useAddressChanges() {
  const { addresses } = useApi().users;
  const queryClient = useQueryClient();
  const queryKey = addresses.list.queryKey();
  const options = {
    scope: SCOPE,
    onSuccess: (book: AddressBook) => queryClient.setQueryData(queryKey, book),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  };
  return {
    add: useMutation(addresses.add.mutationOptions(options)),
    change: useMutation(addresses.change.mutationOptions(options)),
    remove: useMutation(addresses.remove.mutationOptions(options)),
    makeDefault: useMutation(addresses.makeDefault.mutationOptions(options)),
  };
}
