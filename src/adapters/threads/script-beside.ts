/**
 * The script of a thread or process that stands beside the module at `here`: the source itself where it is run as it is
 * (tests), or the build's `name.js`, beside the hosts' own files.
 */
export function scriptBeside(here: string, name: string): URL {
  if (here.endsWith(".ts")) return new URL(`./${name}.ts`, here);
  return new URL(/\/chunks\/[^/]+$/u.test(here) ? `../${name}.js` : `./${name}.js`, here);
}
