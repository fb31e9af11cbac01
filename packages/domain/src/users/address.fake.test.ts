import { addressRepositorySuite } from "./address.suite.ts";
import { fakeAddresses } from "./address.fake.ts";

let last = 0;
addressRepositorySuite(
  async () => ({ addresses: fakeAddresses(), anna: "anna", boris: "boris" }),
  () => `address-${++last}`,
);
