import { createHmac, hash } from "node:crypto";
import type { OrderTokens } from "@vitrina/domain/orders";

/**
 * The token of an order is the first 128 bits of HMAC-SHA256 of its id under a key of the server: a letter written later
 * and a repeated placement carry the same token, and the database holds only its hash.
 */
export const createOrderTokens = (key: string): OrderTokens => ({
  tokenOf: (orderId) =>
    createHmac("sha256", key).update(`order:${orderId}`).digest().subarray(0, 16).toString("base64url"),
  hashOf: (token) => hash("sha256", token, "buffer"),
});
