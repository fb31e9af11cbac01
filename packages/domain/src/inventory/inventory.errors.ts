import { DomainError } from "@vitrina/domain/core";

/** Every short line at once, demand summed per variant (INV-06). */
export class OutOfStock extends DomainError<{ shortages: { variantId: string; wanted: number; left: number }[] }> {
  readonly kind = "conflict";
  readonly code = "inventory.out-of-stock";
}
/** What is not here yet is sold up to a limit, and that is reached. */
export class BackOrderLimit extends DomainError<{ shortages: { variantId: string; wanted: number; left: number }[] }> {
  readonly kind = "conflict";
  readonly code = "inventory.back-order-limit";
}
/** All was to come in one parcel, and nowhere lies all of it: what is short in the place that comes nearest (INV-09). */
export class SplitNotAllowed extends DomainError<{
  locationId: string;
  shortages: { variantId: string; wanted: number; left: number }[];
}> {
  readonly kind = "conflict";
  readonly code = "inventory.split-not-allowed";
}
/** A part of the order is promised and has not arrived: it leaves when it has. */
export class NotHereYet extends DomainError {
  readonly kind = "conflict";
  readonly code = "inventory.not-here-yet";
}
/** The level is not the sum of its holds: that is set right before anything of it is set aside anew. */
export class LevelAdrift extends DomainError {
  readonly kind = "conflict";
  readonly code = "inventory.level-adrift";
}
/** Too many pages already follow the stock live; `retryAfter` in seconds. */
export class TooManyWatchers extends DomainError<{ retryAfter: number }> {
  readonly kind = "limited";
  readonly code = "inventory.too-many-watchers";
}
/** Fewer pieces lie there than are to leave; `onHand` is what the book says. */
export class NegativeOnHand extends DomainError<{ onHand: number }> {
  readonly kind = "conflict";
  readonly code = "inventory.negative-on-hand";
}
/** So many of the pieces are promised to buyers: a level never falls below that. */
export class BelowReserved extends DomainError<{ reserved: number }> {
  readonly kind = "conflict";
  readonly code = "inventory.below-reserved";
}
/** The level has changed since the count began; `onHand` is what the book says now. */
export class CountOvertaken extends DomainError<{ onHand: number }> {
  readonly kind = "conflict";
  readonly code = "inventory.count-overtaken";
}
export class LocationCodeTaken extends DomainError<{ code: string }> {
  readonly kind = "conflict";
  readonly code = "inventory.location-code-taken";
}
export class LocationLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "inventory.location-limit-reached";
}
/** Goods lie in the place, or are on their way to it: it can be closed, and not deleted. */
export class HasStock extends DomainError<{ pieces: number }> {
  readonly kind = "conflict";
  readonly code = "inventory.has-stock";
}
/** Imports put their goods here. */
export class MainLocationStays extends DomainError {
  readonly kind = "conflict";
  readonly code = "inventory.main-location-stays";
}
/** What was to leave the house has left already, or was never set aside. */
export class NothingAllocated extends DomainError {
  readonly kind = "conflict";
  readonly code = "inventory.nothing-allocated";
}
/** More was to leave a place than is free there: what is promised to buyers stays. */
export class NotEnough extends DomainError<{ shortages: { variantId: string; wanted: number; left: number }[] }> {
  readonly kind = "conflict";
  readonly code = "inventory.not-enough";
}
export class TransferOfUnknown extends DomainError<{ skus: string[] }> {
  readonly kind = "invalid";
  readonly code = "inventory.unknown-skus";
}
/** More arrived than was sent: receive the rest as goods that came in. */
export class MoreThanSent extends DomainError<{ variantId: string; sent: number }> {
  readonly kind = "invalid";
  readonly code = "inventory.more-than-sent";
}
/** What is missing needs a word of why. */
export class ReasonMissing extends DomainError {
  readonly kind = "invalid";
  readonly code = "inventory.reason-missing";
}
/** The person is to be told of it already. */
export class AlreadySubscribed extends DomainError {
  readonly kind = "conflict";
  readonly code = "inventory.already-subscribed";
}
/** It can be bought: there is nothing to wait for. */
export class StillHere extends DomainError {
  readonly kind = "conflict";
  readonly code = "inventory.still-here";
}
export class NoticeAddressInvalid extends DomainError {
  readonly kind = "invalid";
  readonly code = "inventory.notice-address-invalid";
}
export class NoticeLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "inventory.notice-limit-reached";
}
/** Never asked for, run out, or told already. */
export class NoticeLinkInvalid extends DomainError {
  readonly kind = "invalid";
  readonly code = "inventory.notice-link-invalid";
}
