import { startBrowser } from './browser.mjs';
import { startMock } from './mock/server.mjs';
import { startProgram } from './program.mjs';
import { accessibility } from './scenarios/accessibility.mjs';
import { languages } from './scenarios/languages.mjs';
import { matrixKeys } from './scenarios/matrix_keys.mjs';
import { pictures } from './scenarios/pictures.mjs';
import { reading } from './scenarios/reading.mjs';

function startServer() {
  const { UMIKOE_WEB_BASE: base, UMIKOE_PROGRAM: program } = process.env;
  if (base) return { base, close: () => {} };
  return program ? startProgram(program) : startMock();
}

// Runs every scenario whose name contains `only`; the number of failures, 1 at most.
export async function runScenarios(only = '') {
  const server = await startServer();
  const browser = await startBrowser();
  const scenarios = { ...reading, ...languages, ...matrixKeys, ...accessibility, ...pictures };
  const failed = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (!name.includes(only)) continue;
    const started = Date.now();
    try {
      await scenario(browser, server.base);
      console.log(`ok      ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed.push(name);
      console.log(`FAILED  ${name}\n${error.stack}`);
    }
  }
  await browser.close();
  server.close();
  console.log(failed.length === 0 ? 'all passed' : `${failed.length} failed: ${failed.join('; ')}`);
  return failed.length === 0 ? 0 : 1;
}
