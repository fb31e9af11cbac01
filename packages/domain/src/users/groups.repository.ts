import type { Position } from "@vitrina/domain/core";
import type { CountedGroup, CustomerGroup, GroupOfCustomer, GroupRule } from "./group.ts";
import type { User } from "./user.ts";

/** `until` is null for a membership without end. */
export interface Membership {
  id: string;
  groupId: string;
  userId: string;
  from: Date;
  until: Date | null;
}
export type MemberRow = Pick<Membership, "id" | "from" | "until"> & { user: User };

export interface MembersPage {
  groupId: string;
  /** A part of the name, or the beginning of the address; undefined: everybody. */
  text?: string | undefined;
  now: Date;
  /** The last membership of the page before. */
  after: Position | null;
  limit: number;
}

export interface Evaluation {
  groupId: string;
  rule: GroupRule;
  /** Of whom. */
  people: readonly string[] | "members" | "everybody";
  now: Date;
}

export interface GroupsReader {
  /** By code, with the number of members now. */
  list(now: Date, limit: number): Promise<CountedGroup[]>;
  find(id: string, now: Date): Promise<CountedGroup | null>;
  /** How many customers fulfil a rule now. */
  countMatching(rule: GroupRule, now: Date): Promise<number>;
  /** Memberships that have not ended, the latest begun first. */
  members(page: MembersPage): Promise<MemberRow[]>;
  /** Groups of somebody that have not ended for them, by code; at most `limit`. */
  ofCustomer(userId: string, now: Date, limit: number): Promise<GroupOfCustomer[]>;
}

export interface GroupsRepository extends GroupsReader {
  count(): Promise<number>;
  /** @throws GroupCodeTaken */
  add(group: CustomerGroup, createdAt: Date): Promise<void>;
  /** Holds the group until the transaction ends: nothing begins to refer to it, and nobody enters or leaves it. */
  lock(id: string): Promise<CustomerGroup | null>;
  /** Groups by rule, all or those of the ids, held until the transaction ends as `lock` holds one. */
  lockRuled(ids?: readonly string[]): Promise<(CustomerGroup & { rule: GroupRule })[]>;
  /** Saves code, name, rule and version. @throws GroupCodeTaken */
  save(group: CustomerGroup): Promise<void>;
  /** With all its memberships. */
  remove(id: string): Promise<void>;

  /** False, and no change, when the person is in the group for a part of that time. */
  addMember(membership: Membership): Promise<boolean>;
  findMembership(id: string): Promise<Membership | null>;
  /** Ends at that instant; one that has not begun by then never was. False, and no change, when it has ended already. */
  endMembership(id: string, at: Date): Promise<boolean>;

  /** Lets in who fulfils the rule now and out who does not, all at once. */
  evaluate(evaluation: Evaluation): Promise<void>;
  /** People of whom something changed that rules ask for; taken once, the longest waiting first. */
  takeChanged(limit: number): Promise<string[]>;
}
