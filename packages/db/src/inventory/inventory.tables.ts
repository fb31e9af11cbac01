import type { Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { Locale, LocalizedText } from "@vitrina/domain/core";
import type { MovementKind, NoticeTextVersion } from "@vitrina/domain/inventory";

export interface InventoryTables extends InventoryViews {
  "inventory.location": {
    id: string;
    code: string;
    name: JSONColumnType<LocalizedText>;
    priority: Generated<number>;
    kind: Generated<"shelf" | "transit" | "promise">;
    countries: Generated<string[]>;
    closed: Generated<boolean>;
    removed: Generated<boolean>;
    version: Generated<number>;
  };
  "inventory.level": {
    variantId: string;
    locationId: string;
    onHand: number;
    reserved: Generated<number>;
  };
  "inventory.movement": {
    id: GeneratedAlways<number>;
    variantId: string;
    locationId: string;
    delta: number;
    reason: MovementKind;
    reference: string | null;
    actor: string;
    note: string | null;
    createdAt: Generated<Date>;
  };
  "inventory.hold": {
    holderId: string;
    variantId: string;
    locationId: string;
    quantity: number;
    kind: "held" | "allocated";
    expiresAt: Date | null;
    since: Generated<Date>;
    expectedOn: string | null;
  };
  "inventory.transfer": {
    id: string;
    fromId: string;
    toId: string;
    state: Generated<"sent" | "received">;
    note: string | null;
    sentAt: Date;
    receivedAt: Date | null;
    version: Generated<number>;
  };
  "inventory.transferLine": { transferId: string; variantId: string; sent: number; received: number | null };
  "inventory.drift": {
    variantId: string;
    locationId: string;
    onHand: number;
    moved: number;
    reserved: number;
    held: number;
    foundAt: Date;
  };
  "inventory.notice": {
    id: string;
    variantId: string;
    userId: string | null;
    email: string;
    emailCanonical: string;
    stopHash: Buffer;
    locale: Locale;
    textVersion: NoticeTextVersion;
    askedAt: Date;
    confirmedAt: Date | null;
    confirmHash: Buffer | null;
    expiresAt: Date;
  };
  "inventory.policy": {
    variantId: string;
    safetyStock: Generated<number>;
    mode: Generated<"off" | "limit" | "until">;
    most: number | null;
    until: Date | null;
    expectedOn: string | null;
    version: Generated<number>;
  };
}

/** Published to the rooms above. */
export interface InventoryViews {
  "inventory.availability": {
    variantId: string;
    available: number;
    onShelf: number;
    backOrder: number;
    expectedOn: string | null;
  };
  /** What orders were sold before it was here, and for when. */
  "inventory.promise": { holderId: string; variantId: string; quantity: number; expectedOn: string | null };
  "inventory.held": { holderId: string; variantId: string; quantity: number };
  /** What is set aside for orders. */
  "inventory.allocation": { holderId: string; variantId: string; locationId: string; quantity: number };
  /** The auditor: empty unless the books are wrong. */
  "inventory.imbalance": {
    variantId: string;
    locationId: string;
    onHand: number;
    moved: number;
    reserved: number;
    held: number;
  };
}
