export { createAsOfReader } from "./as-of.ts";
export { createQueryLogRepository } from "./query-log.repository.ts";
export type { SearchTables } from "./search.tables.ts";
export { createListingRefresher, createSearchRepository } from "./search.repository.ts";
export { createCollectionContents } from "./collections.ts";
export { createTuningRepository } from "./tuning.repository.ts";
