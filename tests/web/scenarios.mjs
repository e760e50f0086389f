import { startBrowser } from './browser.mjs';
import { startMock } from './mock/server.mjs';
import { startProgram } from './program.mjs';
import { desk } from './scenarios/desk.mjs';
import { alarms } from './scenarios/alarms.mjs';
import { accessibility } from './scenarios/accessibility.mjs';
import { languages } from './scenarios/languages.mjs';
import { matrixKeys } from './scenarios/matrix_keys.mjs';
import { money } from './scenarios/money.mjs';
import { plans } from './scenarios/plans.mjs';
import { pictures } from './scenarios/pictures.mjs';
import { reading } from './scenarios/reading.mjs';
import { translations } from './scenarios/translations.mjs';

function startServer() {
  const { UMIKOE_WEB_BASE: base, UMIKOE_PROGRAM: program } = process.env;
  if (base) return { base, close: () => {} };
  return program ? startProgram(program) : startMock();
}

// A browser on a busy machine may miss a frame, so a scenario that fails is asked once more, and both
// times are told. What is really wrong fails twice.
async function passes(name, scenario) {
  for (const last of [false, true]) {
    const started = Date.now();
    try {
      await scenario();
      console.log(`ok      ${name} (${Date.now() - started} ms)`);
      return true;
    } catch (error) {
      console.log(`${last ? 'FAILED' : 'again '}  ${name}\n${error.stack}`);
    }
  }
  return false;
}

// Runs every scenario whose name contains `only`; the number of failures, 1 at most.
export async function runScenarios(only = '') {
  const server = await startServer();
  const browser = await startBrowser();
  const scenarios = { ...reading, ...languages, ...matrixKeys, ...desk, ...translations, ...money, ...alarms, ...plans, ...accessibility, ...pictures };
  const failed = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (!name.includes(only)) continue;
    if (!await passes(name, () => scenario(browser, server.base))) failed.push(name);
  }
  await browser.close();
  server.close();
  console.log(failed.length === 0 ? 'all passed' : `${failed.length} failed: ${failed.join('; ')}`);
  return failed.length === 0 ? 0 : 1;
}
