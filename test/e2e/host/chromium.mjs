import { chromium } from 'playwright-core';
import { findProgram } from '../../../scripts/setup-debian-packages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** A quiet browser that calls nobody. Containers have neither a sandbox nor a graphics card. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of the Chromium that is installed; undefined where there is none. */
export function findChromium() {
  return process.env.CHROMIUM ?? NAMES.map(findProgram).find((file) => file !== undefined);
}

export function launchChromium() {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: ARGS });
}
