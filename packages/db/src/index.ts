export { openDatabase, type Database, type DatabaseOptions, type OpenDatabase } from "./database.ts";
