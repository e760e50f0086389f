// Starts Chromium so that it asks the network for nothing of its own, and watches what pages ask.
import { chromium } from 'playwright-core';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export function startBrowser() {
  const executablePath = process.env.UMIKOE_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: flags });
}

// A page of its own context. `troubles` collects what must not happen: errors on the console,
// exceptions, failed requests and requests to any other host.
export async function openPage(browser, base, options = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colours ?? 'light', locale: options.locale ?? 'en-GB', hasTouch: options.width === 360,
  });
  const page = await context.newPage();
  const troubles = [];
  const host = new URL(base).host;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) troubles.push(`request to another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !options.expectErrors) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return { page, troubles, close: () => context.close() };
}

// Pages are ready when their heading stands and nothing is being fetched.
export async function visit(page, address) {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForSelector('h1');
}
