/** What to do about an answer that is somebody else's: the address may be wrong, or a page of another's is in the way. */
export const inTheWay =
  "Check the address, and whether a guest network's sign-in page or a filter is in the way: open any page in a browser, finish what it asks there, and try again.";
