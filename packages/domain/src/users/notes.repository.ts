import type { Position } from "@vitrina/domain/core";
import type { CustomerNote } from "./customer-note.ts";

export interface NewNote extends Pick<CustomerNote, "id" | "text" | "authorId"> {
  /** Whom it is about. */
  userId: string;
  createdAt: Date;
}

export interface NotesReader {
  /** About somebody, the newest first. */
  list(userId: string, page: { after: Position | null; limit: number }): Promise<CustomerNote[]>;
}

export interface NotesRepository extends NotesReader {
  add(note: NewNote): Promise<void>;
}
