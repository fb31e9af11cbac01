import { fakeDataExports } from "./data-export.fake.ts";
import { dataExportRepositorySuite } from "./data-export.suite.ts";

let count = 0;

dataExportRepositorySuite(
  async () => ({ exports: fakeDataExports(), userId: "anna" }),
  () => `export-${++count}`,
);
