import type { NewNote, NotesRepository } from "./notes.repository.ts";
import type { User } from "./user.ts";

/** Notes about people in memory. */
export function fakeNotes(people: { all: User[] }): NotesRepository {
  const kept: NewNote[] = [];
  return {
    add: async (note) => void kept.push(note),
    list: async (userId, { after, limit }) =>
      kept
        .filter((note) => note.userId === userId)
        .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
        .filter(({ createdAt, id }) => !after || createdAt < after.at || (+createdAt === +after.at && id < after.id))
        .slice(0, limit)
        .map(({ id, text, authorId, createdAt }) => ({
          id,
          text,
          authorId,
          authorName: people.all.find((user) => user.id === authorId)?.name ?? null,
          createdAt: createdAt.toISOString(),
        })),
  };
}
