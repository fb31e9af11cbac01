import { fakeCredentials } from "./auth.fake.ts";
import { credentialsRepositorySuite } from "./credentials.suite.ts";

credentialsRepositorySuite(
  async () => ({ credentials: fakeCredentials(), userId: "anna" }),
  () => "boris",
);
