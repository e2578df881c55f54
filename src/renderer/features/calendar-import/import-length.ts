/** The longest file taken, in characters: the contract's schema refuses a longer one in the same words. */
export const importLength = 10_000_000;
