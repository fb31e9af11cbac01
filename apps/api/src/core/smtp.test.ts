import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createSmtpSender } from "#core/smtp.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A mail server that takes everything, in the few words of SMTP (RFC 5321) that a letter needs. */
async function aMailServer() {
  const received: string[] = [];
  const converse = (socket: Socket) => {
    let letter: string | null = null;
    socket.write("220 ready\r\n");
    socket.setEncoding("utf8").on("data", (text: string) => {
      if (letter !== null) {
        letter += text;
        if (!letter.endsWith("\r\n.\r\n")) return;
        received.push(letter);
        letter = null;
        socket.write("250 taken\r\n");
      } else if (text.startsWith("DATA")) {
        letter = "";
        socket.write("354 go on\r\n");
      } else {
        socket.write("250 ok\r\n");
      }
    });
  };
  const server = createServer(converse).listen(0, "127.0.0.1");
  closing.push(() => server.close());
  await once(server, "listening");
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

test("a letter reaches the mail server with a name by which a repetition is recognised", async () => {
  const { url, received } = await aMailServer();
  const sender = createSmtpSender({ url, from: "Vitrina <shop@vitrina.example>" });
  closing.push(sender.close);

  await sender.send(
    { to: "anna@example.com", subject: "Заказ принят", text: "Спасибо", html: "<p>Спасибо</p>" },
    "<orders.placed.1@shop.example>",
  );

  expect(received).toHaveLength(1);
  expect(received[0]).toContain("Message-ID: <orders.placed.1@shop.example>");
  expect(received[0]).toContain("To: anna@example.com");
  expect(received[0]).toContain("From: Vitrina <shop@vitrina.example>");
  expect(received[0]).not.toContain("List-Unsubscribe");
});

test("a letter that may be stopped carries the headers of the mail program's own button (RFC 8058)", async () => {
  const { url, received } = await aMailServer();
  const sender = createSmtpSender({ url, from: "Vitrina <shop@vitrina.example>" });
  closing.push(sender.close);

  await sender.send(
    {
      to: "anna@example.com",
      subject: "News",
      text: "News",
      html: "<p>News</p>",
      unsubscribe: "https://shop.example/u",
    },
    "<users.subscribed.1@shop.example>",
  );

  expect(received[0]).toContain("List-Unsubscribe: <https://shop.example/u>");
  expect(received[0]).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
});
