import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import { type FileStorage, isFileName } from "@vitrina/domain/core";

export interface S3Options {
  /** Where the service answers, e.g. https://s3.eu-central-1.amazonaws.com. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Milliseconds until the service has answered; the bytes may then take longer. */
const PATIENCE = 30_000;

/** Files in a bucket of a service that speaks the protocol of Amazon S3. Streams both ways; whole objects or none. */
export function createS3Storage({ endpoint, bucket, ...credentials }: S3Options): FileStorage {
  const client = new AwsClient({ ...credentials, service: "s3" });
  const ask = async (name: string, init: RequestInit & { duplex?: "half" }): Promise<Response> => {
    if (!isFileName(name)) throw new Error(`not a name of a file: ${JSON.stringify(name)}`);
    const { body, duplex, ...rest } = init;
    const { url, headers, method } = await client.sign(`${endpoint.replace(/\/+$/, "")}/${bucket}/${name}`, rest);
    const signal = body ? null : AbortSignal.timeout(PATIENCE);
    const answer = await fetch(url, { method, headers, redirect: "error", signal, ...(body && { body, duplex }) });
    if (answer.ok || answer.status === 404) return answer;
    throw new Error(`the storage answered ${answer.status} to ${method} ${name}`);
  };
  return {
    async write(name, content, { size, type }) {
      const headers = { "content-length": String(size), "content-type": type };
      const answer = await ask(name, { method: "PUT", headers, body: content, duplex: "half" });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the storage has no bucket ${bucket}`);
    },
    async read(name) {
      const answer = await ask(name, { method: "GET" });
      if (!answer.ok || !answer.body) {
        await answer.body?.cancel();
        return null;
      }
      const content = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
      return { content, size: Number(answer.headers.get("content-length")) };
    },
    async remove(name) {
      const answer = await ask(name, { method: "DELETE" });
      await answer.body?.cancel();
    },
  };
}
