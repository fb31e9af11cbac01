import {
  type CustomerGroup,
  type Evaluation,
  GroupCodeTaken,
  type GroupsRepository,
  type Membership,
} from "@vitrina/domain/users";
import type { ExpressionBuilder, Kysely } from "kysely";
import { type Asked, fulfilling } from "./group-rule.ts";
import { isNamedLike } from "./named-like.ts";
import type { UsersTables } from "./users.tables.ts";

const COLUMNS = ["team.id", "team.code", "team.name", "team.rule", "team.version"] as const;
type Memberships = ExpressionBuilder<UsersTables & { membership: UsersTables["users.groupMembership"] }, "membership">;

/** People whom one statement asks a rule of. */
const SLICE = 5_000;

/** JSON has no builder of its own type: arrays must be written as text. */
const written = ({ code, name, rule, version }: Omit<CustomerGroup, "id">) => ({
  code,
  name: JSON.stringify(name),
  rule: rule && JSON.stringify(rule),
  version,
});

const codeTaken =
  ({ code }: Pick<CustomerGroup, "code">) =>
  (error: { constraint?: string }): never => {
    throw error.constraint === "customer_group_code_unique" ? new GroupCodeTaken({ code }) : error;
  };

/** Null for a membership without end, which the table knows as infinity. */
const untilOf = (eb: Memberships) =>
  eb.fn<Date | null>("nullif", ["membership.endsAt", eb.cast(eb.val("infinity"), "timestamptz")]).as("until");

export const createGroupsRepository = (db: Kysely<UsersTables>, { slice = SLICE } = {}): GroupsRepository => {
  const teams = db.selectFrom("users.customerGroup as team").select(COLUMNS);
  const counted = (now: Date) =>
    teams.select((eb) =>
      eb
        .selectFrom("users.groupMembership as membership")
        .select(({ fn }) => fn.countAll<number>().as("members"))
        .whereRef("membership.groupId", "=", "team.id")
        .where("membership.startsAt", "<=", now)
        .where("membership.endsAt", ">", now)
        .$asScalar()
        .$notNull()
        .as("members"),
    );
  const memberships = db
    .selectFrom("users.groupMembership as membership")
    .select((eb) => [
      "membership.id",
      "membership.groupId",
      "membership.userId",
      "membership.startsAt as from",
      untilOf(eb),
    ]);
  /** People a slice at a time, so that no statement outlasts its time however many there are. */
  async function* slicesOf<Row extends { userId: string }>(rowsAfter: (last: Row | undefined) => Promise<Row[]>) {
    let last: Row | undefined;
    do {
      const rows: Row[] = await rowsAfter(last);
      if (rows.length > 0) yield rows.map(({ userId }) => userId);
      last = rows[slice - 1];
    } while (last);
  }
  const everybody = () =>
    slicesOf<{ userId: string }>((last) => {
      const people = db.selectFrom("users.user").select("id as userId").orderBy("id").limit(slice);
      return (last ? people.where("id", ">", last.userId) : people).execute();
    });
  const membersOf = ({ groupId, now }: Pick<Evaluation, "groupId" | "now">) =>
    slicesOf<{ userId: string; startsAt: Date; id: string }>((last) => {
      const members = db
        .selectFrom("users.groupMembership")
        .select(["userId", "startsAt", "id"])
        .where("groupId", "=", groupId)
        .where("endsAt", ">", now)
        .orderBy("startsAt", "desc")
        .orderBy("id", "desc")
        .limit(slice);
      if (!last) return members.execute();
      const { startsAt, id } = last;
      return members
        .where(({ eb, refTuple, tuple }) => eb(refTuple("startsAt", "id"), "<", tuple(startsAt, id)))
        .execute();
    });
  const slicesFor = ({ people, ...asked }: Pick<Evaluation, "people" | "groupId" | "now">) => {
    if (people === "everybody") return everybody();
    return people === "members" ? membersOf(asked) : [people];
  };

  async function evaluateFor({ groupId, rule, people, now }: Asked & Pick<Evaluation, "groupId">) {
    await db
      .with(
        (cte) => cte("fit").materialized(),
        (qb) => fulfilling(qb, { rule, people, now }).select("person.id as userId"),
      )
      .with("inside", (qb) =>
        qb
          .selectFrom("users.groupMembership as membership")
          .select(["membership.id", "membership.userId", "membership.startsAt"])
          .where("membership.groupId", "=", groupId)
          .where("membership.endsAt", ">", now)
          .where((eb) => eb("membership.userId", "=", eb.fn.any(eb.val(people)))),
      )
      .with("out", (qb) =>
        qb
          .selectFrom("inside")
          .select(["inside.id", "inside.startsAt"])
          .where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom("fit").select("fit.userId").whereRef("fit.userId", "=", "inside.userId"))),
          ),
      )
      .with("ended", (qb) =>
        qb
          .updateTable("users.groupMembership")
          .set({ endsAt: now })
          .where("id", "in", (eb) => eb.selectFrom("out").select("out.id").where("out.startsAt", "<", now)),
      )
      .with("never", (qb) =>
        qb
          .deleteFrom("users.groupMembership")
          .where("id", "in", (eb) => eb.selectFrom("out").select("out.id").where("out.startsAt", ">=", now)),
      )
      .insertInto("users.groupMembership")
      .columns(["groupId", "userId", "startsAt"])
      .expression((eb) =>
        eb
          .selectFrom("fit")
          .select(({ cast, val, ref }) => [
            cast<string>(val(groupId), "uuid").as("groupId"),
            ref("fit.userId").as("userId"),
            cast<Date>(val(now), "timestamptz").as("startsAt"),
          ])
          .where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom("inside").select("inside.id").whereRef("inside.userId", "=", "fit.userId"))),
          ),
      )
      .onConflict((conflict) => conflict.constraint("group_membership_no_overlap").doNothing())
      .execute();
  }

  return {
    list: (now, limit) => counted(now).orderBy("team.code").limit(limit).execute(),

    find: async (id, now) => (await counted(now).where("team.id", "=", id).executeTakeFirst()) ?? null,

    async countMatching(rule, now) {
      let total = 0;
      for await (const people of everybody()) {
        const { customers } = await fulfilling(db, { rule, people, now })
          .select(({ fn }) => fn.countAll<number>().as("customers"))
          .executeTakeFirstOrThrow();
        total += customers;
      }
      return total;
    },

    async members({ groupId, text, now, after, limit }) {
      let open = db
        .selectFrom("users.groupMembership as membership")
        .innerJoin("users.user as user", "user.id", "membership.userId")
        .selectAll("user")
        .select((eb) => ["membership.id as membershipId", "membership.startsAt", untilOf(eb)])
        .where("membership.groupId", "=", groupId)
        .where("membership.endsAt", ">", now);
      if (text !== undefined)
        open = open.where(({ eb, selectFrom }) =>
          eb(
            "membership.userId",
            "in",
            selectFrom("users.user")
              .select("users.user.id")
              .where((person) => isNamedLike(person, text)),
          ),
        );
      if (after)
        open = open.where(({ eb, refTuple, tuple }) =>
          eb(refTuple("membership.startsAt", "membership.id"), "<", tuple(after.at, after.id)),
        );
      const rows = await open
        .orderBy("membership.startsAt", "desc")
        .orderBy("membership.id", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ membershipId: id, startsAt: from, until, ...user }) => ({ id, from, until, user }));
    },

    async ofCustomer(userId, now, limit) {
      const rows = await memberships
        .innerJoin("users.customerGroup as team", "team.id", "membership.groupId")
        .select(["team.code", "team.name", "team.rule"])
        .where("membership.userId", "=", userId)
        .where("membership.endsAt", ">", now)
        .orderBy("team.code")
        .orderBy("membership.startsAt")
        .limit(limit)
        .execute();
      return rows.map(({ id, groupId, from, until, code, name, rule }) => ({
        id,
        from: from.toISOString(),
        until: until?.toISOString() ?? null,
        group: { id: groupId, code, name, byRule: rule !== null },
      }));
    },

    async count() {
      const { groups } = await db
        .selectFrom("users.customerGroup")
        .select(({ fn }) => fn.countAll<number>().as("groups"))
        .executeTakeFirstOrThrow();
      return groups;
    },

    async add({ id, ...group }, createdAt) {
      await db
        .insertInto("users.customerGroup")
        .values({ id, ...written(group), createdAt })
        .execute()
        .catch(codeTaken(group));
    },

    lock: async (id) => (await teams.where("team.id", "=", id).forUpdate().executeTakeFirst()) ?? null,

    async lockRuled(ids) {
      let ruled = teams.where("team.rule", "is not", null);
      if (ids) ruled = ruled.where("team.id", "in", [...ids]);
      const rows = await ruled.orderBy("team.id").forUpdate().execute();
      return rows.flatMap(({ rule, ...group }) => (rule ? [{ ...group, rule }] : []));
    },

    async save({ id, ...group }) {
      await db
        .updateTable("users.customerGroup")
        .set(written(group))
        .where("id", "=", id)
        .execute()
        .catch(codeTaken(group));
    },

    async remove(id) {
      await db.deleteFrom("users.customerGroup").where("id", "=", id).execute();
    },

    async addMember({ id, groupId, userId, from, until }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("users.groupMembership")
        .values({ id, groupId, userId, startsAt: from, ...(until && { endsAt: until }) })
        .onConflict((conflict) => conflict.constraint("group_membership_no_overlap").doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    findMembership: async (id): Promise<Membership | null> =>
      (await memberships.where("membership.id", "=", id).executeTakeFirst()) ?? null,

    async endMembership(id, at) {
      const { numUpdatedRows } = await db
        .updateTable("users.groupMembership")
        .set({ endsAt: at })
        .where("id", "=", id)
        .where("startsAt", "<", at)
        .where("endsAt", ">", at)
        .executeTakeFirst();
      const { numDeletedRows } = await db
        .deleteFrom("users.groupMembership")
        .where("id", "=", id)
        .where("startsAt", ">=", at)
        .executeTakeFirst();
      return numUpdatedRows + numDeletedRows === 1n;
    },

    async evaluate(evaluation) {
      for await (const people of slicesFor(evaluation)) await evaluateFor({ ...evaluation, people });
    },

    async takeChanged(limit) {
      const rows = await db
        .deleteFrom("users.changedPerson")
        .where("id", "in", (eb) =>
          eb.selectFrom("users.changedPerson").select("id").orderBy("id").limit(limit).forUpdate().skipLocked(),
        )
        .returning("userId")
        .execute();
      return rows.map(({ userId }) => userId);
    },
  };
};
