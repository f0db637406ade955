// The mocha suite, run inside the extension host. Each test is told on one line, for the process outside.
import Mocha from 'mocha';
import { define } from './editor';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: 'min' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) {
        reject(new Error(`${failures} tests failed`));
      } else {
        resolve();
      }
    });
    const tell = (test: Mocha.Runnable, error?: unknown) => {
      const name = test.fullTitle();
      const text =
        error instanceof Error ? (error.stack ?? error.message) : error === undefined ? '' : JSON.stringify(error);
      console.log(
        `interleave-test ${JSON.stringify({ name, ok: error === undefined, ms: test.duration ?? 0, error: text })}`,
      );
    };
    runner.on('pass', (test) => {
      tell(test);
    });
    runner.on('fail', (test, error: unknown) => {
      tell(test, error);
    });
  });
}
