/** The names a room goes by in files, code and SQL, all made from its one name. */
export interface Names {
  /** `gift-cards`: folder, files, package path. */
  room: string;
  /** `giftCards`: key in contract, router and services. */
  key: string;
  /** `GiftCards`: beginning of type names. */
  Room: string;
  /** `gift_cards`: schema in PostgreSQL. */
  schema: string;
  /** `gift-card`: file of the thing that the room keeps. */
  thing: string;
  /** `GiftCard`: its type. */
  Thing: string;
  /** `gift_card`: its table. */
  table: string;
  /** `giftCard`: a column or variable. */
  variable: string;
}

const ROOM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** @throws when the room's name is not kebab-case */
export function namesOf(room: string): Names {
  if (!ROOM.test(room)) throw new Error(`Name the room in kebab-case, as in gift-cards; "${room}" is not.`);
  const thing = singular(room);
  return {
    room,
    key: camel(room),
    Room: pascal(room),
    schema: room.replaceAll("-", "_"),
    thing,
    Thing: pascal(thing),
    table: thing.replaceAll("-", "_"),
    variable: camel(thing),
  };
}

/** A room that is a name of one thing already (`loyalty`) keeps an entry of it. */
function singular(room: string): string {
  if (room.endsWith("ies")) return room.replace(/ies$/, "y");
  if (/[^s]s$/.test(room)) return room.replace(/s$/, "");
  return `${room}-entry`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const pascal = (name: string) => name.split("-").map(capital).join("");
const camel = (name: string) => name.replace(/-[a-z0-9]/g, (joint) => joint.charAt(1).toUpperCase());
