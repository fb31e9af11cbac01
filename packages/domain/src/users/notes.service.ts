import {
  type Audit,
  type Clock,
  cursorAt,
  type NewId,
  NotFound,
  readPosition,
  type Transact,
} from "@vitrina/domain/core";
import type { NotesReader, NotesRepository } from "./notes.repository.ts";
import type { UsersRepository } from "./users.repository.ts";

export const NOTES_PER_PAGE = 20;

interface Scope {
  notes: NotesRepository;
  users: Pick<UsersRepository, "find">;
  audit: Audit;
}
interface Dependencies {
  notes: NotesReader;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}

/** What the shop's people write down about customers (USER-09): they add, and nobody edits or takes away. */
export function createNotesService({ notes, transact, clock, newId }: Dependencies) {
  return {
    /** The newest first. @throws InvalidCursor */
    async list({ id, cursor }: { id: string; cursor?: string | undefined }) {
      const found = await notes.list(id, { after: readPosition(cursor), limit: NOTES_PER_PAGE + 1 });
      const page = found.slice(0, NOTES_PER_PAGE);
      const last = page.at(-1);
      const more = last && found.length > page.length;
      return { notes: page, nextCursor: more ? cursorAt({ at: new Date(last.createdAt), id: last.id }) : null };
    },

    /** The trail tells that there is a note, not what it says. @throws NotFound */
    add: (actorId: string, { id, text }: { id: string; text: string }): Promise<void> =>
      transact(async (scope) => {
        if (!(await scope.users.find(id))) throw new NotFound({ what: "user" });
        const note = { id: newId(), userId: id, authorId: actorId, text, createdAt: clock() };
        await scope.notes.add(note);
        await scope.audit.record({
          action: "users.note-added",
          actor: { kind: "user", id: actorId },
          subject: { kind: "user", id },
          after: { noteId: note.id },
        });
      }),
  };
}
export type NotesService = ReturnType<typeof createNotesService>;
