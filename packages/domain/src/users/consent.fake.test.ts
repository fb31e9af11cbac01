import { fakeConsents } from "./consent.fake.ts";
import { consentRepositorySuite } from "./consent.suite.ts";

consentRepositorySuite(async () => ({ consents: fakeConsents(), anna: "anna", boris: "boris" }));
