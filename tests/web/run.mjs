// The browser tests. UMIKOE_WEB_BASE names a running server (`umikoe serve`, on loopback); without it
// the mock server answers. UMIKOE_WEB_PICTURES names a folder for the 24 screenshots.
import { startBrowser } from './browser.mjs';
import { startMock } from './mock/server.mjs';
import { accessibility } from './scenarios/accessibility.mjs';
import { languages } from './scenarios/languages.mjs';
import { matrixKeys } from './scenarios/matrix_keys.mjs';
import { pictures } from './scenarios/pictures.mjs';
import { reading } from './scenarios/reading.mjs';

const mock = process.env.UMIKOE_WEB_BASE ? null : await startMock();
const base = process.env.UMIKOE_WEB_BASE ?? mock.base;
const scenarios = { ...reading, ...languages, ...matrixKeys, ...accessibility, ...pictures };
const only = process.argv[2];
const browser = await startBrowser();
const failed = [];

for (const [name, scenario] of Object.entries(scenarios)) {
  if (only && !name.includes(only)) continue;
  const started = Date.now();
  try {
    await scenario(browser, base);
    console.log(`ok      ${name} (${Date.now() - started} ms)`);
  } catch (error) {
    failed.push(name);
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}

await browser.close();
mock?.close();
console.log(failed.length === 0 ? 'all passed' : `${failed.length} failed: ${failed.join('; ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
