const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const out = process.stderr;

/** Says how far a step has come, in a few words, where somebody can watch. */
export type Report = (detail: string) => void;

/** A length of time as a person reads it: `0.4 s`, `12 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs one named step and shows it on standard error: a moving line on a terminal, a line at the start and one at
 * the end elsewhere. What `work` throws is thrown on, after the line says that the step failed.
 */
export async function step<T>(title: string, work: (report: Report) => Promise<T>): Promise<T> {
  const started = performance.now();
  const line = out.isTTY ? movingLine(title) : plainLine(title);
  try {
    const result = await work(line.report);
    line.end(`✓ ${title} (${duration(performance.now() - started)})`);
    return result;
  } catch (error) {
    line.end(`✗ ${title} (${duration(performance.now() - started)})`);
    throw error;
  }
}

function movingLine(title: string): { report: Report; end(text: string): void } {
  const started = performance.now();
  let detail = '';
  let turn = 0;
  const draw = (): void => {
    const elapsed = duration(performance.now() - started);
    out.write(`\r\x1b[K${frames[turn++ % frames.length]} ${title}${detail && `: ${detail}`} (${elapsed})`);
  };
  draw();
  const timer = setInterval(draw, 100);
  return {
    report: text => {
      detail = text;
    },
    end: text => {
      clearInterval(timer);
      out.write(`\r\x1b[K${text}\n`);
    },
  };
}

function plainLine(title: string): { report: Report; end(text: string): void } {
  out.write(`  ${title} ...\n`);
  return { report: () => undefined, end: text => out.write(`${text}\n`) };
}
