export function findChromium(): string | null;
export function findTestChromium(): string | null;
export function hasPlaywrightChromium(): boolean;
export const chromiumFlags: string[];
