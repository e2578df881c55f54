const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const firstBias = 72;
const firstCode = 128;
const lastCode = 0x10ffff;

/** The label a punycode (without its `xn--`) stands for, or null when it is none. RFC 3492, section 6.2. */
export function decodePunycode(code: string): string | null {
  const dash = code.lastIndexOf("-");
  const letters = Array.from(dash > 0 ? code.slice(0, dash) : "");
  if (letters.some((letter) => letter.charCodeAt(0) >= firstCode)) return null;
  let rest = code.slice(dash > 0 ? dash + 1 : 0);
  let point = firstCode;
  let index = 0;
  let bias = firstBias;
  while (rest !== "") {
    const before = index;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digitOf(rest[0]);
      if (digit === null) return null;
      rest = rest.slice(1);
      index += digit * weight;
      if (index > Number.MAX_SAFE_INTEGER / base) return null;
      const threshold = Math.min(Math.max(step - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = letters.length + 1;
    bias = adapted(index - before, length, before === 0);
    point += Math.floor(index / length);
    index %= length;
    if (point > lastCode) return null;
    letters.splice(index, 0, String.fromCodePoint(point));
    index += 1;
  }
  return letters.join("");
}

function digitOf(letter: string | undefined): number | null {
  if (letter === undefined || !/^[a-z\d]$/iu.test(letter)) return null;
  return Number.parseInt(letter, 36) < 10 ? Number.parseInt(letter, 36) + 26 : Number.parseInt(letter, 36) - 10;
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let steps = 0;
  while (rest > ((base - tMin) * tMax) / 2) {
    rest = Math.floor(rest / (base - tMin));
    steps += base;
  }
  return steps + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
