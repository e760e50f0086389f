// The browser tests. Which server answers:
//   UMIKOE_WEB_BASE=http://127.0.0.1:8787  one that is running already
//   UMIKOE_PROGRAM=build/release/…/umikoe  the program, over a demo world of its own
//   neither                                the mock server (needs `npm run build` in web/)
// UMIKOE_WEB_PICTURES names a folder for the screenshots. Exit code 77: there is no browser.
// node run.mjs [part of a scenario's name]
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const chromium = process.env.UMIKOE_CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(chromium)) {
  console.log(`skipped: ${chromium} is not there (apt-get install chromium)`);
  process.exit(77);
}
const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(`${here}node_modules/playwright-core`)) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
}

// Only now can what uses those packages be loaded.
const { runScenarios } = await import('./scenarios.mjs');
process.exitCode = await runScenarios(process.argv[2]);
