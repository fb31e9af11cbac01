import { expect, test } from "vitest";
import { labelDevice, networkOf } from "./device.ts";

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox 131, Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15",
    "Safari 17, macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1",
    "Safari 17, iOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36",
    "Chrome 129, Android",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 YaBrowser/24.10.0.0 Safari/537.36",
    "Yandex Browser 24, Windows",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/129.0.0.0 Safari/537.36 Edg/129.0.0.0",
    "Edge 129, Linux",
  ],
  ["curl/8.9.1", "curl/8.9.1"],
  ["Mozilla/5.0 Gecko/20100101 Firefox/131.0", "Firefox 131"],
  ["node", "node"],
  ["", "unknown"],
  ["<script>alert(1)</script>", "unknown"],
])("%s is shown as %s", (userAgent, label) => {
  expect(labelDevice(userAgent)).toBe(label);
});

test("a label stays short whatever is sent", () => {
  expect(labelDevice("x".repeat(10_000)).length).toBeLessThanOrEqual(80);
});

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1::/64"],
  ["2001:0db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", ""],
  ["unknown", ""],
  ["203.10.113.77", "203.10.113.0/24"],
  ["203.0.113.77.9", ""],
  ["a.203.0.113.77", ""],
  ["2001:db8:7::", "2001:db8:7:0::/64"],
  ["2001:db8:0:1::7:8:9", "2001:db8:0:1::/64"],
  ["2001::1:2:3:4:5:6", "2001:0:1:2::/64"],
  ["::1:2:3:4:5", "0:0:0:1::/64"],
  ["2001:db8::1%eth0", ""],
  ["host:2001:db8::1", ""],
  ["cafe", ""],
])("of the address %j only the network %j is kept", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
