import { expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean-text.ts";

test.each([
  ["HP 15&quot; <strong>Pavilion</strong>", 'HP 15" Pavilion'],
  ["20&deg;C &amp; more &#8212; new", "20°C & more — new"],
  ["&#1057;artridge", "Cartridge"],
  ["a\u0000b\u0007c\u00a0\u00a0d", "a b c d"],
  ["so\u00adft\u200b and \ufffd gone", "soft and gone"],
  ["  two  spaces\tand a tab ", "two spaces and a tab"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["Parfum &lt;ILN46335&gt;", "Parfum <ILN46335>"],
  ["&lt;b&gt;bold&lt;/b&gt;", "bold"],
  ["&unknown; &#0;", "&unknown;"],
  ["lone \ud800 surrogate", "lone surrogate"],
])("%j is read as %j", (dirty, clean) => {
  expect(cleanLine(dirty)).toBe(clean);
});

test("breaks and list items become lines", () => {
  expect(cleanText("First<br />second<ul><li>one</li><li>two</li></ul>")).toBe("First\nsecond\none\ntwo");
});

test("Cyrillic look-alikes inside a Latin word are Latin letters, and the other way round", () => {
  expect(cleanLine("Shuttle XPС LC/SС")).toBe("Shuttle XPC LC/SC");
  expect(cleanLine("Кружкa")).toBe("Кружка");
});

test("words of one alphabet stay as they are", () => {
  expect(cleanLine("СССР ООН HP Тест-drive")).toBe("СССР ООН HP Тест-drive");
});
