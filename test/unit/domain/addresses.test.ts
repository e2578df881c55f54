import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, domainKey, nameKey } from "../../../src/core/domain/address-key.ts";
import { imitatesLatin, mixedWordsIn, skeletonOf } from "../../../src/core/domain/look-alikes.ts";
import { mailRecipients } from "../../../src/core/domain/mail-recipients.ts";
import { decodePunycode } from "../../../src/core/domain/punycode.ts";
import { aContact, aDirectory } from "../../builders/directory.ts";

describe("one mailbox has one key, however its address is written", () => {
  test.each([
    ["it@north.example", "IT@North.Example"],
    ["it@north.example", "  it@north.example "],
    ["it@north.example", "ｉｔ＠ｎｏｒｔｈ．ｅｘａｍｐｌｅ"],
    ["it@münchen.example", "it@xn--mnchen-3ya.example"],
    ["it@münchen.example", "it@MU\u0308NCHEN.example"],
    ["it@пример.example", "it@XN--E1AFMKFD.example"],
    ["it@例え.example", "it@xn--r8jz45g。example"],
    ["ΟΔΟΣ@example.org", "οδος@example.org"],
    ["it@north.example.", "it@north.example"],
  ])("%s and %s", (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });
});

test.each([
  ["it@north.example", "it@n0rth.example"],
  ["it@north.example", "it.@north.example"],
  ["it@north.example", "it@nоrth.example"],
  ["a@b@north.example", "b@north.example"],
])("%s and %s are two", (one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other));
});

test("a domain's ASCII form is read as the browser writes it", () => {
  const label = fc
    .array(fc.constantFrom(..."aäéøßжя例えñ-9"), { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join(""));
  fc.assert(
    fc.property(label, (letters) => {
      const name = `x${letters}x.example`;
      fc.pre(URL.canParse(`https://${name}`));
      const ascii = new URL(`https://${name}`).hostname;
      expect(domainKey(ascii)).toBe(domainKey(name));
    }),
  );
});

test("what is no punycode stays as it is", () => {
  for (const code of ["!", "999999999999999", "é"]) expect(decodePunycode(code)).toBeNull();
  expect(domainKey("xn--!!!.example")).toBe("xn--!!!.example");
});

test("names are one whatever their case, width and spaces", () => {
  expect(nameKey(" North  Hospital")).toBe(nameKey("ＮＯＲＴＨ hospital"));
});

test("a word that mixes scripts is found, a text in several scripts is not", () => {
  expect(mixedWordsIn("Dаna Reed")).toEqual([{ word: "Dаna", scripts: ["Latin", "Cyrillic"] }]);
  expect(mixedWordsIn("Иван Петров (QA) Αθήνα 東京 Tōkyō µs Ω")).toEqual([]);
});

test("look-alikes share a skeleton", () => {
  expect(skeletonOf("Nоrth Ноsрitаl")).toBe(skeletonOf("North Hospital"));
  expect(skeletonOf("North")).not.toBe(skeletonOf("South"));
  expect(imitatesLatin("аррӏе")).toBe(true);
  expect(imitatesLatin("пример")).toBe(false);
});

test("two contacts with one address, written differently, are one recipient", () => {
  const directory = aDirectory();
  const twins = aDirectory({
    customers: directory.customers.map((customer) =>
      customer.id === "north" ? { ...customer, contactIds: ["north-it", "twin", "idn", "idn-twin"] } : customer,
    ),
    contacts: [
      ...directory.contacts,
      aContact({ id: "twin", name: "Robin again", email: "IT@NORTH.example" }),
      aContact({ id: "idn", name: "Bücherei", email: "desk@bücher.example" }),
      aContact({ id: "idn-twin", name: "Buecherei", email: "desk@xn--bcher-kva.example" }),
    ],
  });
  expect(mailRecipients({ customerId: "north" }, "customers", twins).map(({ id }) => id)).toEqual(["north-it", "idn"]);
});
