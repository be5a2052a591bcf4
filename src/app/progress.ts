/** Shows how far long work is: in place on a terminal, as a line now and then elsewhere. */
export interface Progress {
  /** Adds bytes that are done. */
  add(bytes: number): void;
  /** Clears the line on a terminal. */
  end(): void;
}

const MIB = 2 ** 20;
const TERMINAL_MS = 200;
const LINE_MS = 10_000;

/** @param totalBytes all that will be done, when that is known: the time left is then shown too */
export function showProgress(title: string, stream: NodeJS.WriteStream, totalBytes?: number): Progress {
  const began = performance.now();
  let done = 0;
  const show = () => {
    const seconds = (performance.now() - began) / 1000;
    const rate = done / seconds;
    const parts = [`${title}: ${mib(done)}${totalBytes ? ` of ${mib(totalBytes)}` : ''}`, `${mib(rate)}/s`];
    if (totalBytes && rate > 0) parts.push(`${Math.max(0, Math.ceil((totalBytes - done) / rate))} s left`);
    stream.write(stream.isTTY ? `\r${parts.join(', ')}\x1b[K` : `${parts.join(', ')}\n`);
  };
  const timer = setInterval(show, stream.isTTY ? TERMINAL_MS : LINE_MS);
  return {
    add(bytes) {
      done += bytes;
    },
    end() {
      clearInterval(timer);
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}

/** Bytes as a person reads them. */
export function mib(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}
