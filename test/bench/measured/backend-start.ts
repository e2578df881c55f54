// One start of the backend in a process of its own. Prints what took how long, in milliseconds.
const begun = performance.now();
const { openAt } = await import("./opened-backend.ts");
const imported = performance.now();

/** How often each query is asked again once it is warm. */
const repeats = 15;

let tick = (): void => undefined;
const file = process.argv[2] ?? "";
const backend = await openAt(file, {
  every(_milliseconds, callback) {
    tick = callback;
    return () => undefined;
  },
});
const opened = performance.now();
const windows = backend.app.today.view().thisWeek.length;
const answered = performance.now();
if (windows === 0) throw new Error("Today is empty: this is not the large workspace.");

async function medianOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[Math.floor(repeats / 2)] ?? Number.NaN;
}

const { app } = backend;
const times = {
  import: imported - begun,
  open: opened - imported,
  answer: answered - opened,
  today: await medianOf(() => app.today.view()),
  workspace: await medianOf(() => app.workspaces.view()),
  outbox: await medianOf(() => app.outbox.view()),
  // The first ticks look at what waits since the last start; from then on there is nothing to do.
  tick: await medianOf(async () => {
    tick();
    await new Promise((done) => setImmediate(done));
  }),
};
await backend.close();
process.stdout.write(JSON.stringify(times));

export {};
