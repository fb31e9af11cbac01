import { InvalidCursor } from "./errors.ts";

/** Where a list by time goes on: the last row of the page before. */
export interface Position {
  at: Date;
  id: string;
}

export const cursorAt = ({ at, id }: Position): string => `${at.toISOString()}_${id}`;

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws InvalidCursor */
export function readPosition(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [, written = "", id = ""] = CURSOR.exec(cursor) ?? [];
  const at = new Date(written);
  if (Number.isNaN(at.getTime())) throw new InvalidCursor({});
  return { at, id };
}
