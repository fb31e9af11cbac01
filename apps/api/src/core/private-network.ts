import { BlockList, isIP } from "node:net";

const near = new BlockList();
near.addSubnet("127.0.0.0", 8);
near.addSubnet("10.0.0.0", 8);
near.addSubnet("172.16.0.0", 12);
near.addSubnet("192.168.0.0", 16);
near.addSubnet("169.254.0.0", 16);
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");
near.addSubnet("fe80::", 10, "ipv6");

/** Whether an address is loopback, private (RFC 1918, RFC 4193) or link-local; what is no IP address is none of them. */
export function isPrivateAddress(address: string): boolean {
  const [bare = ""] = address.split("%");
  const version = isIP(bare);
  return version !== 0 && near.check(bare, version === 6 ? "ipv6" : "ipv4");
}

/** Whether the host of a URL leads to this machine or into its own network. */
export const isPrivateHost = (host: string): boolean =>
  /^localhost$|\.(localhost|local)$/.test(host) || isPrivateAddress(host.replace(/^\[|\]$/g, ""));
