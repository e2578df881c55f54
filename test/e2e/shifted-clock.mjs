// Preloaded into the browser host's process by the end-to-end tests: its clock runs on, shifted by what the test says over IPC.
// The product has no hook for this; it asks `Date` as always.
const RealDate = Date;
let offset = Number(process.env.FOREWARN_TEST_CLOCK_OFFSET ?? "0");

globalThis.Date = class ShiftedDate extends RealDate {
  constructor(...values) {
    super(...(values.length === 0 ? [RealDate.now() + offset] : values));
  }

  static now() {
    return RealDate.now() + offset;
  }
};

process.on("message", (message) => {
  offset = message.offset;
  process.send?.({ offset });
});
// The channel to the test must not keep the process alive.
process.channel?.unref();
