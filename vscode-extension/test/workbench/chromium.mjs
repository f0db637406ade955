// A Chromium on this machine.
import { isFile, onPath } from '../../scripts/run.mjs';

const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The program of a Chromium, or undefined. */
export function findChromium() {
  return (
    process.env.CHROMIUM ||
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ||
    usual.find(isFile)
  );
}
