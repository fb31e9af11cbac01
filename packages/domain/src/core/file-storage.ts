/** A file as it is stored: its bytes as a stream. */
export interface StoredFile {
  content: AsyncIterable<Uint8Array>;
  /** Bytes. */
  size: number;
}

/**
 * Where the shop keeps files, under names that it makes itself: parts of a-z, 0-9, ".", "_" and "-" between slashes. All
 * processes of the shop see the same files. Never within a transaction.
 */
export interface FileStorage {
  /** Whole or not at all; replaces what is there. `size` in bytes must be exact. */
  write(name: string, content: AsyncIterable<Uint8Array>, about: { size: number; type: string }): Promise<void>;
  /** Null when there is none. */
  read(name: string): Promise<StoredFile | null>;
  /** None is fine. */
  remove(name: string): Promise<void>;
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,127}(?:\/[a-z0-9][a-z0-9._-]{0,127}){0,3}$/;

/** T-29: nothing that could leave the place where the files are. */
export const isFileName = (name: string): boolean => NAME.test(name) && !name.includes("..");
