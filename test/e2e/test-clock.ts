import { instantOfWall } from "../../src/core/domain/zoned-time.ts";

/** Tells one side (a process, the pages of a browser) what time it is from now on, in milliseconds since 1970. */
type TellTime = (now: number) => Promise<void>;

/** The time of one test. It starts where the test says, runs on with the real one, and jumps when told; every side agrees. */
export class TestClock {
  #offset: number;
  readonly #sides: TellTime[] = [];

  constructor(start: number) {
    this.#offset = start - Date.now();
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** How far the test's time is ahead of the machine's, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  /** From now on this side is told of every jump. */
  follow(tell: TellTime): void {
    this.#sides.push(tell);
  }

  /** Jumps to a wall time such as `2026-11-28T02:00` in London. */
  async goTo(wall: string, zone = "Europe/London"): Promise<void> {
    this.#offset = instantOfWall(wall, zone) - Date.now();
    await Promise.all(this.#sides.map((tell) => tell(this.now())));
  }

  async advance({ minutes = 0, seconds = 0 }: { readonly minutes?: number; readonly seconds?: number }): Promise<void> {
    this.#offset += (minutes * 60 + seconds) * 1000;
    await Promise.all(this.#sides.map((tell) => tell(this.now())));
  }
}
