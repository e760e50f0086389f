import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { ask } from './world.mjs';

const digits = (text) => Number(text.replaceAll(/[^0-9-]/g, ''));

// What the pages about plans and impact show is what the API answers.
export const plans = {
  'plan: actions with cost and deadline, and a wish moves what it must': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    const wanted = 'budget=20000000&horizon=2027';
    const report = await ask(base, `plan?${wanted}`);
    await visit(page, `${base}/plan?${wanted}&lang=en`);
    await page.waitForSelector('main table', { timeout: 60000 });
    const costs = await page.locator('td[data-name="Cost, JPY"]').allTextContents();
    assert.deepEqual(costs.map(digits), report.actions.map((action) => action.cost_jpy));
    assert.match(await page.textContent('section[aria-labelledby="sum"]'), /No plan under the same rules gains more/);
    await page.click('main tbody tr:first-child button');
    await page.waitForURL(/forbid=/);
    assert.match(page.url(), new RegExp(report.actions[0].id));
    await page.waitForSelector('section[aria-labelledby="sum"] >> text=Beside the plan without them', { timeout: 60000 });
    await page.click('text=Without wishes again');
    await page.waitForURL((url) => !url.search.includes('forbid='));
    await close();
  },
  'plan: a budget that is no amount is said so, and the form asks anew': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    await visit(page, `${base}/plan?budget=1500000&horizon=2027&lang=ja`);
    await page.waitForSelector('main form');
    await page.fill('input[name="budget"]', '2500000');
    await page.selectOption('select[name="objective"]', 'breadth');
    await page.click('form button.primary');
    await page.waitForURL(/budget=2500000.*objective=breadth|objective=breadth.*budget=2500000/);
    await close();
  },
  'impact: the interval stands first, and what is due is said': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    const { interventions } = await ask(base, 'impact');
    await visit(page, `${base}/impact?lang=en`);
    await page.waitForSelector('h1');
    if (interventions.length === 0) {
      await page.waitForSelector('main .card');
      await close();
      return;
    }
    await page.waitForSelector('article');
    assert.equal(await page.locator('article').count(), interventions.length);
    const due = interventions.filter((one) => one.review_due).length;
    assert.equal(await page.locator('article >> text=Review was due').count(), due);
    for (const one of interventions.filter(({ measured }) => measured?.interval)) {
      const words = await page.textContent(`article[aria-label="${one.intervention.id}"]`);
      assert.match(words, /Measured/);
    }
    await page.click('nav a[href^="/plan"]');
    await page.waitForURL(/\/plan/);
    await close();
  },
};
