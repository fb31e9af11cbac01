import { expect, test } from "vitest";
import { isPrivateAddress, isPrivateHost } from "#core/private-network.ts";

const NEAR = ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.0.7", "169.254.1.1", "::1", "fd00::1"];

test.each([...NEAR, "::ffff:192.168.0.7", "fe80::1%eth0"])("%s is this machine or its network", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each(["203.0.113.7", "172.32.0.1", "::ffff:203.0.113.7", "2001:db8::1", "unknown", ""])(
  "%j is somewhere else",
  (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  },
);

test("a host is private by its name or by its address", () => {
  for (const host of ["localhost", "shop.localhost", "nas.local", "192.168.0.7", "[::1]"])
    expect(isPrivateHost(host), host).toBe(true);
  for (const host of ["shop.example", "localhost.example", "notlocalhost", "203.0.113.7", "[2001:db8::1]"])
    expect(isPrivateHost(host), host).toBe(false);
});
