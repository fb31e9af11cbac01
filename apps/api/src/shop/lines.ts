import type { FaultReason } from "@vitrina/domain/catalog";
import { type ImportFile, openChunks } from "#shop/import-file.ts";

const MAX_LINE = 1_048_576;
const NEWLINE = 0x0a;

export interface Line {
  number: number;
  /** Null with a reason when the line cannot be read as text. */
  text: string | null;
  reason: FaultReason | null;
  /** Bytes of the file read so far, for progress. */
  position: number;
}

/** The lines of a text file; holds one line at a time, and none longer than 1 MiB. */
export async function* readLines(file: ImportFile): AsyncGenerator<Line> {
  const { chunks, position } = await openChunks(file);
  let number = 0;
  for await (const bytes of splitLines(chunks)) {
    number++;
    const line = decode(bytes, number === 1);
    if (line.text !== "") yield { number, ...line, position: position() };
  }
}

/** Null stands for a line that is too long. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const finish = () => {
    const line = length > MAX_LINE ? null : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield finish();

  function keep(part: Buffer) {
    length += part.length;
    if (length > MAX_LINE) parts = [];
    else if (part.length > 0) parts.push(part);
  }
}

function decode(bytes: Buffer | null, first: boolean): Pick<Line, "text" | "reason"> {
  if (bytes === null) return { text: null, reason: "too-long" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: !first }).decode(bytes);
    return { text: text.trim(), reason: null };
  } catch {
    return { text: null, reason: "no-utf8" };
  }
}
