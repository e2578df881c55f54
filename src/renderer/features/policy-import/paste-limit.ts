/** The longest policy that is read, in characters. The contract refuses more; asking here saves sending it first. */
export const pasteLength = 2_000_000;

/** The most rules that are added in one step. The contract refuses more. */
export const rulesAtOnce = 2000;
