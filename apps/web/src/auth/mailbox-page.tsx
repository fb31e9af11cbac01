import type { ReactNode } from "react";

/** One narrow column under a heading, as the sign-in page has. */
export function MailboxPage({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="container-shop grid max-w-[432px] gap-6 py-12">
      <h1 className="text-h1">{title}</h1>
      {children}
    </div>
  );
}
