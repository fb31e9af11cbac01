import type { User } from "@vitrina/domain/users";

export interface UsersTables {
  "users.user": {
    id: string;
    email: string;
    emailCanonical: string;
    name: string;
    locale: User["locale"];
    role: User["role"];
    status: User["status"];
    emailVerifiedAt: Date | null;
    av: number;
    version: number;
    createdAt: Date;
  };
  /** Published: what a person may do at this moment. */
  "users.standing": {
    userId: string;
    role: User["role"];
    status: User["status"];
    av: number;
  };
}
