import { fakeChallenges, fakeFactors } from "./factor.fake.ts";
import { factorRepositorySuite } from "./factor.suite.ts";

let count = 0;
const newId = () => `id-${++count}`;

factorRepositorySuite(
  async () => ({ factors: fakeFactors(), challenges: fakeChallenges(), userId: newId(), otherId: newId() }),
  newId,
);
