/** Whether the tenth digit is right for the nine before it (NHS data dictionary: modulus 11); separators are ignored. */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 10 || new Set(digits).size === 1) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits[9];
}

/** Card numbers by their first digits and lengths, as the schemes publish them. */
const cards = [
  /^4\d{15}(?:\d{3})?$/u,
  /^(?:5[1-5]|2[2-7])\d{14}$/u,
  /^3[47]\d{13}$/u,
  /^6(?:011|4[4-9]\d|5\d\d)\d{12}$/u,
  /^35\d{14}$/u,
  /^3[68]\d{12}$/u,
];

/** Whether a number has a card scheme's first digits and length, and its last digit is right (Luhn, ISO/IEC 7812-1). */
export function isCardNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (new Set(digits).size === 1 || !cards.some((form) => form.test(digits.join("")))) return false;
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? digit : digit * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Lengths of account numbers by country (ISO 13616 registry): the places that write to us, and their neighbours. */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TR: 26,
  UA: 29,
};

/** Whether a text is an IBAN: its country's length, and the remainder of 97 that ISO 7064 asks for. */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(" ", "");
  if (plain.length !== ibanLengths[plain.slice(0, 2)]) return false;
  let remainder = 0;
  for (const character of `${plain.slice(4)}${plain.slice(0, 4)}`) {
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

function digitsOf(text: string): number[] {
  return Array.from(text.replace(/\D/gu, ""), Number);
}
