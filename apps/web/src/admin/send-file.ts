import type { Refusal } from "@vitrina/api-contract";

/** The shop's answer to a file that it does not take; without a refusal it was the network, or the file is too large. */
export class NotSent extends Error {
  override readonly name = "NotSent";
  readonly refusal: Refusal | null;
  readonly status: number;
  constructor(status: number, refusal: Refusal | null) {
    super(`the file was not taken: ${status}`);
    this.status = status;
    this.refusal = refusal;
  }
}

/** Sends the bytes of a file as they are; `onProgress` hears from 0 to 1. @throws NotSent */
export function sendFile<Answer>(path: string, file: File, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      const answer = request.response as (Answer & { refusal?: Refusal }) | null;
      if (request.status === 200 && answer) resolve(answer);
      else reject(new NotSent(request.status, answer?.refusal ?? null));
    });
    request.addEventListener("error", () => reject(new NotSent(0, null)));
    request.send(file);
  });
}
